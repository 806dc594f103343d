/** The program: {@code laborfund}. */
@NullMarked
package coop.laborfund.api;

import org.jspecify.annotations.NullMarked;
