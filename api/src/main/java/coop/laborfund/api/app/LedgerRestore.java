package coop.laborfund.api.app;

import coop.laborfund.api.backup.BackupException;
import coop.laborfund.api.backup.BackupFile;
import coop.laborfund.api.backup.BackupManifest.Rows;
import coop.laborfund.api.backup.BackupNames;
import coop.laborfund.api.backup.RestoreFolder;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.postgres.PrivateFiles;
import coop.laborfund.api.postgres.TableLoad;
import coop.laborfund.api.postgres.TableSnapshot;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.LedgerProof;
import coop.laborfund.api.proof.Report;
import coop.laborfund.api.proof.SigningKey;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.digest.Sha256;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.DatabaseFailedException.Reason;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.projections.door.RebuildTables;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data directory of a backup: a new embedded PostgreSQL, the tables by this program's own steps, the backup's rows in them,
 * read again and compared with the backup, the read tables rebuilt, the whole ledger verified.
 */
public final class LedgerRestore {

    private final BackupFile backup;
    private final @Nullable SigningKey key;
    private final Clock clock;

    /** @param key the ledger's; null where it is lost or comes later, and the restored ledger cannot sign until then */
    public LedgerRestore(BackupFile backup, @Nullable SigningKey key, Clock clock) {
        this.backup = backup;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @return what the ledger's own verification said; empty without its key
     * @throws BackupException where the place is taken or what was restored is not what was backed up; then there is no ledger there
     */
    public Optional<Report> into(Path dataDirectory, VerifyProgress progress) throws IOException {
        requireStep();
        try (RestoreFolder folder = RestoreFolder.of(dataDirectory)) {
            Path data = folder.data();
            writeFiles(data);
            Optional<Report> report;
            try (PostgresAccess database = PostgresAccess.embedded(data);
                    ToldToEnd end = ToldToEnd.closes(database)) {
                report = end.unlessTold(() -> {
                    fill(database.target());
                    return raise(database, data, progress);
                });
            }
            folder.publish();
            return report;
        }
    }

    private void requireStep() {
        String step = backup.manifest().schema();
        if (!CurrentSchema.STEPS.contains(step)) {
            throw new BackupException(Words.of("backupNewer", step));
        }
    }

    private void writeFiles(Path data) throws IOException {
        PrivateFiles.createFolder(data);
        if (key != null) {
            PrivateFiles.write(data.resolve(BackupNames.SIGNING_KEY), key.pem());
        }
        if (backup.manifest().keyMissing() == null) {
            PrivateFiles.write(
                    data.resolve(BackupNames.PUBLIC_KEY), backup.key().pem());
        }
        List<String> seals = backup.names(BackupNames.SEALS);
        if (!seals.isEmpty()) {
            PrivateFiles.createFolder(data.resolve(BackupNames.SEALS));
        }
        for (String seal : seals) {
            Path file = data.resolve(seal).normalize();
            if (!file.startsWith(data.resolve(BackupNames.SEALS))) {
                throw new BackupException(Words.of("backupStrange", backup.file(), seal));
            }
            PrivateFiles.write(file, backup.text(seal));
        }
    }

    /** The tables as they were, with the backup's rows; which are then read again. */
    private void fill(JdbcTarget target) throws IOException {
        Schema.make(Connections.ofOwner(target), backup.manifest().schema());
        try {
            for (Rows rows : backup.manifest().tables()) {
                try (InputStream in = backup.open(rows)) {
                    TableLoad.load(target, rows.table(), in);
                }
            }
            try (TableSnapshot restored = TableSnapshot.begin(target)) {
                for (Rows rows : backup.manifest().tables()) {
                    requireSame(restored, rows);
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseFailedException(Reason.OTHER, String.valueOf(failed.getMessage()), failed);
        }
    }

    private void requireSame(TableSnapshot restored, Rows rows) throws SQLException, IOException {
        MessageDigest digest = Sha256.start();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            restored.write(rows.table(), out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(backup.sha256(rows))) {
            throw new BackupException(Words.of("restoreDiffers", rows.table().name()));
        }
    }

    /** This program's own steps on top, the read tables from the history, and a look at all of it. */
    private Optional<Report> raise(PostgresAccess database, Path data, VerifyProgress progress) throws IOException {
        try (OpenLedger ledger = OpenLedger.open(database, data, clock)) {
            if (!ledger.part(EventHistory.class).heads().equals(backup.heads().heads())) {
                throw new BackupException(Words.of("restoreDiffers", "event"));
            }
            ledger.part(RebuildTables.class).rebuild(Projections.ALL, RebuildProgress.NONE);
            if (key == null) {
                return Optional.empty();
            }
            return Optional.of(ledger.part(LedgerProof.class).verify(null, keptHeads(data), progress));
        }
    }

    /** Those of the backup, unless they bear no signature of the ledger's. */
    private KeptHeads keptHeads(Path data) throws IOException {
        if (backup.manifest().keyMissing() != null) {
            return KeptHeads.read(List.of());
        }
        Path heads = data.resolveSibling(BackupNames.HEADS);
        PrivateFiles.write(heads, backup.heads().json());
        return KeptHeads.read(List.of(heads));
    }
}
