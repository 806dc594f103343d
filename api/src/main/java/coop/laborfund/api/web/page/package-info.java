/** The pages for browsers. */
@NullMarked
package coop.laborfund.api.web.page;

import org.jspecify.annotations.NullMarked;
