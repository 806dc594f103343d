/**
 * The thin adapter between the pure fund and Axon: commands in, events out, and nothing decided here. Behind
 * {@link coop.laborfund.ledger.door.Recorder}, and seen by nobody; {@link LedgerConfiguration} puts the parts together.
 */
@NullMarked
package coop.laborfund.ledger.axon;

import org.jspecify.annotations.NullMarked;
