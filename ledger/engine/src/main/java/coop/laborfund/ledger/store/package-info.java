/**
 * The history in PostgreSQL: an Axon event storage engine of our own, reads of the history for everybody else, the register of
 * vouchers that deciding asks, and the names of households beside it.
 */
@NullMarked
package coop.laborfund.ledger.store;

import org.jspecify.annotations.NullMarked;
