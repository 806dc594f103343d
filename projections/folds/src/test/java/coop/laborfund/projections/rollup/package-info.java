/** Tests of the sums of funds. */
@NullMarked
package coop.laborfund.projections.rollup;

import org.jspecify.annotations.NullMarked;
