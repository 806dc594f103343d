/** The HTTP API: controllers, their parameters and formats, the OpenAPI document. */
@NullMarked
package coop.laborfund.api.web.http;

import org.jspecify.annotations.NullMarked;
