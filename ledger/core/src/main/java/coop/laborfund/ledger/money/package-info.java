/** Money and its arithmetic: whole fen, exact rates, exact division. Knows the JDK alone. */
@NullMarked
package coop.laborfund.ledger.money;

import org.jspecify.annotations.NullMarked;
