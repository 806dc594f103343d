/**
 * The verdicts on the three guarantees (三保): a pure function of facts, a year and a day, with the figures and the
 * positions of the events that they rest on. The rules are those of the contract, word by word; the policy values are
 * the fund's.
 */
@NullMarked
package coop.laborfund.projections.guarantee;

import org.jspecify.annotations.NullMarked;
