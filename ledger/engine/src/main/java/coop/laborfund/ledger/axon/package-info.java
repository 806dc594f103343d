/**
 * The thin adapter between the pure fund and Axon: commands in, events out, and nothing decided here. {@link FundLedger} is the
 * door for everybody else, {@link LedgerConfiguration} puts the parts together.
 */
@NullMarked
package coop.laborfund.ledger.axon;

import org.jspecify.annotations.NullMarked;
