/** What a treasurer asks the ledger to record: one sealed command a movement type, and the columns that they come in. */
@NullMarked
package coop.laborfund.ledger.command;

import org.jspecify.annotations.NullMarked;
