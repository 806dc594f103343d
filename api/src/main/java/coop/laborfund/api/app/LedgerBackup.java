package coop.laborfund.api.app;

import coop.laborfund.api.backup.BackupManifest;
import coop.laborfund.api.backup.BackupNames;
import coop.laborfund.api.backup.BackupWriter;
import coop.laborfund.api.backup.Backups;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.StoredTable;
import coop.laborfund.api.postgres.TableSnapshot;
import coop.laborfund.api.proof.Seal;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.DatabaseFailedException.Reason;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.EventHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes what a ledger is as a backup, all of one moment, while others record: every table but those that come out of the history
 * again, the sealed lists beside the database, and the key where it is asked for.
 */
public final class LedgerBackup implements Backups.Source {

    private static final Pattern SEALED = Pattern.compile("(\\d{1,18})(-[0-9a-f]+)?\\.json");

    private static final String SCHEMA =
            "select script from flyway_schema_history where success order by installed_rank desc limit 1";

    private static final String LAST = "select position, recorded_at from event order by position desc limit 1";

    private final JdbcTarget target;
    private final Path data;
    private final Seals seals;
    private final Clock clock;

    LedgerBackup(JdbcTarget target, Path data, Seals seals, Clock clock) {
        this.target = target;
        this.data = data;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public void write(OutputStream out, boolean withKey) throws IOException {
        try (TableSnapshot snapshot = TableSnapshot.begin(target)) {
            write(snapshot, new BackupWriter(out), withKey);
        } catch (SQLException failed) {
            throw new DatabaseFailedException(
                    Reason.OTHER, "the tables cannot be read: " + failed.getMessage(), failed);
        }
    }

    private void write(TableSnapshot snapshot, BackupWriter writer, boolean withKey) throws SQLException, IOException {
        Instant now = clock.instant();
        Connection connection = snapshot.connection();
        EventHistory history = new EventHistory(new SingleConnectionDataSource(connection, true), new EventJson());
        List<Head> heads = history.heads();
        Last last = last(connection);
        for (StoredTable table : snapshot.tables(DerivedTables.NAMES)) {
            writer.<SQLException>table(table, out -> snapshot.write(table, out));
        }
        writeSeals(writer, last.position());
        Seal sealed = Seal.sign(heads, now, seals.key());
        writer.text(BackupNames.HEADS, sealed.json());
        writer.text(BackupNames.PUBLIC_KEY, seals.key().verifying().pem());
        if (withKey) {
            writer.text(BackupNames.SIGNING_KEY, seals.key().pem());
        }
        String schema = one(connection, SCHEMA);
        writer.finish(
                (tables, parts) -> new BackupManifest(
                        BackupManifest.FORM,
                        EventChain.instant(now),
                        schema,
                        last.position(),
                        last.position(),
                        last.recordedAt(),
                        heads.size(),
                        sealed.code(),
                        withKey,
                        tables,
                        parts),
                seals.key());
    }

    /** Of the files beside the database those that were there at its moment: a later one speaks of events that are not in the backup. */
    private void writeSeals(BackupWriter writer, long position) throws IOException {
        Path folder = data.resolve("seals");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = SEALED.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && Long.parseLong(name.group(1)) <= position) {
                    writer.bytes(BackupNames.SEALS + name.group(), Files.readAllBytes(file));
                }
            }
        }
    }

    /** The last event of all. */
    private record Last(long position, String recordedAt) {}

    private static Last last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST)) {
            return row.next()
                    ? new Last(
                            row.getLong(1),
                            EventChain.instant(
                                    row.getObject(2, OffsetDateTime.class).toInstant()))
                    : new Last(0, "");
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
