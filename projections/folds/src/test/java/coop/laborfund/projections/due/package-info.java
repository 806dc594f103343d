/** Tests of {@code due}. */
@NullMarked
package coop.laborfund.projections.due;

import org.jspecify.annotations.NullMarked;
