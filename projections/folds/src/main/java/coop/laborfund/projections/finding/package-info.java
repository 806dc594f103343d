/**
 * What an inspector looks for (疑点), one small class a group of findings. One pass over a fund's events keeps what the
 * findings need of them; what they say is worked out at the end, for the day that is asked about. Pure, as the folds are.
 */
@NullMarked
package coop.laborfund.projections.finding;

import org.jspecify.annotations.NullMarked;
