/** The wiring: everything that stands on one database, put together for commands and server alike. */
@NullMarked
package coop.laborfund.api.app;

import org.jspecify.annotations.NullMarked;
