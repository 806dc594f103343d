/**
 * The rules of a fund, pure: {@code decide} turns a command into an event or a refusal, {@code evolve} folds events into the
 * state that deciding asks. Knows no clock, no database and no framework.
 */
@NullMarked
package coop.laborfund.ledger.fund;

import org.jspecify.annotations.NullMarked;
