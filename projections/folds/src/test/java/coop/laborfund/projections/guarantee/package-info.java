/** Tests of {@code guarantee}. */
@NullMarked
package coop.laborfund.projections.guarantee;

import org.jspecify.annotations.NullMarked;
