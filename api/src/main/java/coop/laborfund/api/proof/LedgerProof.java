package coop.laborfund.api.proof;

import coop.laborfund.ledger.door.ClockWatch;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.KeptSnapshots;
import coop.laborfund.ledger.store.RegisterAudit;
import coop.laborfund.projections.door.ReadTables;
import coop.laborfund.projections.door.TableRows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * All that a ledger keeps and that can be held against each other.
 *
 * @param tables brought up to the history before they are compared
 * @param rows the rows of those tables
 * @param protections what keeps the history from being changed
 */
public record LedgerProof(
        EventHistory history,
        RegisterAudit register,
        KeptSnapshots snapshots,
        ReadTables tables,
        TableRows rows,
        Seals seals,
        Protections protections,
        ClockWatch clock) {

    /** Looks at everything once; see {@link LedgerVerifier}. */
    public Report verify(@Nullable KnownKey key, KeptHeads kept, VerifyProgress progress) throws IOException {
        return new LedgerVerifier(this, key, kept).verify(progress);
    }
}
