/** Tests of {@code trace}. */
@NullMarked
package coop.laborfund.projections.trace;

import org.jspecify.annotations.NullMarked;
