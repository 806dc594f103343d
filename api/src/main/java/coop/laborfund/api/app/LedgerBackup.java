package coop.laborfund.api.app;

import coop.laborfund.api.backup.BackupManifest;
import coop.laborfund.api.backup.BackupManifest.KeyMissing;
import coop.laborfund.api.backup.BackupNames;
import coop.laborfund.api.backup.BackupWriter;
import coop.laborfund.api.backup.Backups;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.StoredTable;
import coop.laborfund.api.postgres.TableSnapshot;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.proof.ProofException;
import coop.laborfund.api.proof.Seal;
import coop.laborfund.api.proof.SigningKey;
import coop.laborfund.api.words.Words;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes what a ledger is as a backup, all of one moment, while others record: every table but those that come out of the history
 * again, the sealed lists beside the database, and the key where it is asked for.
 */
public final class LedgerBackup implements Backups.Source {

    private static final Pattern SEALED = Pattern.compile("(\\d{1,18})(-[0-9a-f]+)?\\.json");

    private static final String SCHEMA =
            "select script from flyway_schema_history where success order by installed_rank desc limit 1";

    private static final String CURRENT_KEY = "select fingerprint from signing_key order by number desc limit 1";

    /** Beyond so many a key that cannot sign is not one that is being replaced. */
    private static final int LOOKS = 3;

    private static final String LAST = "select position, recorded_at from event order by position desc limit 1";

    private final JdbcTarget target;
    private final Path data;
    private final LedgerIdentity identity;
    private final Clock clock;

    LedgerBackup(JdbcTarget target, Path data, LedgerIdentity identity, Clock clock) {
        this.target = target;
        this.data = data;
        this.identity = identity;
        this.clock = clock;
    }

    /** Who signs it: the ledger's key, or another and why. */
    private record Signer(SigningKey key, @Nullable ProofException refused) {

        static Signer of(LedgerIdentity identity) {
            try {
                return new Signer(identity.signing(), null);
            } catch (ProofException refused) {
                return new Signer(identity.substitute(), refused);
            }
        }

        /** Whether it is who the ledger says, with that key and so many looks: while a key is replaced none fits for a moment. */
        boolean fits(String current, int looks) {
            return refused == null ? key.verifying().fingerprint().equals(current) : looks >= LOOKS;
        }

        @Nullable
        KeyMissing missing(String current) {
            return refused == null ? null : new KeyMissing(new Words(refused.chinese(), refused.english()), current);
        }
    }

    @Override
    public void write(OutputStream out, boolean withKey) throws IOException {
        try {
            int looks = 1;
            while (!isWritten(out, withKey, looks)) {
                looks++;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailedException(
                    Reason.OTHER, "the tables cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Key, clock and folder first: what they had is in the tables, unless somebody took it out of these. */
    private boolean isWritten(OutputStream out, boolean withKey, int looks) throws SQLException, IOException {
        Signer signer = Signer.of(identity);
        Instant now = clock.instant();
        Set<String> sealed = sealed().keySet();
        try (TableSnapshot snapshot = TableSnapshot.begin(target)) {
            if (!signer.fits(one(snapshot.connection(), CURRENT_KEY), looks)) {
                return false;
            }
            write(snapshot, new BackupWriter(out), now, signer, sealed, withKey && signer.refused() == null);
            return true;
        }
    }

    private void write(
            TableSnapshot snapshot,
            BackupWriter writer,
            Instant now,
            Signer signer,
            Set<String> sealedBefore,
            boolean withKey)
            throws SQLException, IOException {
        Connection connection = snapshot.connection();
        EventHistory history = new EventHistory(new SingleConnectionDataSource(connection, true), new EventJson());
        List<Head> heads = history.heads();
        Last last = last(connection);
        for (StoredTable table : snapshot.tables(DerivedTables.NAMES)) {
            writer.<SQLException>table(table, out -> snapshot.write(table, out));
        }
        writeSeals(writer, sealedBefore, positions(connection));
        Seal sealed = Seal.sign(heads, now, signer.key());
        writer.text(BackupNames.HEADS, sealed.json());
        writer.text(BackupNames.PUBLIC_KEY, signer.key().verifying().pem());
        if (withKey) {
            writer.text(BackupNames.SIGNING_KEY, signer.key().pem());
        }
        String schema = one(connection, SCHEMA);
        KeyMissing missing = signer.missing(one(connection, CURRENT_KEY));
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
                        missing,
                        tables,
                        parts),
                signer.key());
    }

    /**
     * Of the files beside the database those whose row is in the backup, and those that were there before its moment: where the row of
     * one of these is missing, somebody deleted it, and the file is what shows that.
     */
    private void writeSeals(BackupWriter writer, Set<String> before, Set<Long> positions) throws IOException {
        for (Map.Entry<String, Long> file : sealed().entrySet()) {
            if (before.contains(file.getKey()) || positions.contains(file.getValue())) {
                writer.bytes(
                        BackupNames.SEALS + file.getKey(),
                        Files.readAllBytes(data.resolve("seals").resolve(file.getKey())));
            }
        }
    }

    /** The files of sealed lists, and the position of each. */
    private SortedMap<String, Long> sealed() throws IOException {
        SortedMap<String, Long> sealed = new TreeMap<>();
        Path folder = data.resolve("seals");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> SEALED.matcher(String.valueOf(file.getFileName())))
                        .filter(Matcher::matches)
                        .forEach(name -> sealed.put(name.group(), Long.parseLong(name.group(1))));
            }
        }
        return sealed;
    }

    private static Set<Long> positions(Connection connection) throws SQLException {
        Set<Long> positions = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct position from seal")) {
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
        }
        return positions;
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

    /** Empty where there is none. */
    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
