/** The web application: HTTP API and pages. */
@NullMarked
package coop.laborfund.api.web;

import org.jspecify.annotations.NullMarked;
