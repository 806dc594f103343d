/**
 * Funds added up by division code, from the prefecture down to the household: the same figures that each fund's own answers give, on
 * any day and as far as was known.
 */
@NullMarked
package coop.laborfund.projections.rollup;

import org.jspecify.annotations.NullMarked;
