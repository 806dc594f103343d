package coop.laborfund.api.testing;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.recording.Requesters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Ledgers for tests, each on an empty database, on a day after all of their movements. */
public final class TestNodes {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);

    private TestNodes() {}

    public static LedgerNode open() {
        return LedgerNode.open(Databases.create(), CLOCK);
    }

    public static ImportResult importText(LedgerNode node, ImportMode mode, String csv) {
        try {
            MovementsFile file = MovementsFile.parse("流水.csv", csv.getBytes(StandardCharsets.UTF_8));
            return new Importer(node.ledger(), new Requesters("test").next()).run(List.of(file), mode);
        } catch (UnreadableFileException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
