/**
 * The verdicts on the three guarantees (三保). Folds add facts up to figures, judges give verdicts by figures alone, and
 * what the verdicts rest on is gathered by a fold of its own, where it is asked for. The rules are those of the
 * contract, word by word; the policy values are the fund's.
 */
@NullMarked
package coop.laborfund.projections.guarantee;

import org.jspecify.annotations.NullMarked;
