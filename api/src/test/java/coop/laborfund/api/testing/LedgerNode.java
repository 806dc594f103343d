package coop.laborfund.api.testing;

import coop.laborfund.api.app.LedgerPool;
import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.proof.LedgerProof;
import coop.laborfund.api.proof.PackWriter;
import coop.laborfund.api.proof.Protections;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.ledger.door.ClockWatch;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.HouseholdNames;
import coop.laborfund.ledger.store.KeptKeys;
import coop.laborfund.ledger.store.KeptSeals;
import coop.laborfund.ledger.store.KeptSnapshots;
import coop.laborfund.ledger.store.RegisterAudit;
import coop.laborfund.projections.ReadModels;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.Following;
import coop.laborfund.projections.door.ReadTables;
import coop.laborfund.projections.door.RebuildTables;
import coop.laborfund.projections.door.TableRows;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.rebuild.RebuildProgress;
import coop.laborfund.projections.rebuild.RebuildResult;
import coop.laborfund.projections.store.SqlFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** An open ledger, for tests that look at its parts from below and from above. Close it to let go of all of it. */
public record LedgerNode(OpenLedger opened, Clock clock) implements AutoCloseable {

    /** With a data directory of its own below {@code target}. */
    public static LedgerNode open(PostgresAccess database, Clock clock) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-keys"));
            return new LedgerNode(OpenLedger.open(database, Files.createTempDirectory(parent, "data"), clock), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Recorder ledger() {
        return opened.part(Recorder.class);
    }

    public EventHistory history() {
        return opened.part(EventHistory.class);
    }

    public AskHistory askHistory() {
        return opened.part(AskHistory.class);
    }

    public ReadModels readModels() {
        return opened.part(ReadModels.class);
    }

    public ReadTables readTables() {
        return opened.part(ReadTables.class);
    }

    public HouseholdNames householdNames() {
        return opened.part(HouseholdNames.class);
    }

    /** Connections under the role that may only add to the history. */
    public DataSource connections() {
        return opened.part(LedgerPool.class).source();
    }

    /** The key of a data directory, and the lists of heads that are signed with it there. */
    public Seals seals(Path dataDirectory) {
        return new Seals(new KeptSeals(connections()), history(), identity(dataDirectory), dataDirectory, clock);
    }

    /** Who the ledger is, with the key of a data directory. */
    public LedgerIdentity identity(Path dataDirectory) {
        return new LedgerIdentity(new KeptKeys(connections()), new KeptSeals(connections()), dataDirectory, clock);
    }

    public PackWriter packs(LedgerIdentity identity) {
        return new PackWriter(history(), identity, clock);
    }

    public LedgerProof proof(Seals seals) {
        return new LedgerProof(
                history(),
                new RegisterAudit(connections()),
                new KeptSnapshots(connections()),
                readTables(),
                new TableRows(opened.part(SqlFacts.class)),
                seals,
                opened.part(Protections.class),
                opened.part(ClockWatch.class));
    }

    /** Keeps the read tables up with the history from here on, as a server does. */
    public Following serve() {
        return opened.part(Following.class);
    }

    public void catchUpUnlessServed() {
        readTables().catchUpUnlessServed();
    }

    public RebuildResult rebuild(List<Projection> projections, RebuildProgress progress) {
        return opened.part(RebuildTables.class).rebuild(projections, progress);
    }

    @Override
    public void close() {
        opened.close();
    }
}
