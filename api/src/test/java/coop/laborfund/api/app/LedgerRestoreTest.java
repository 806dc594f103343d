package coop.laborfund.api.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.backup.BackupException;
import coop.laborfund.api.backup.BackupFile;
import coop.laborfund.api.backup.BackupManifest;
import coop.laborfund.api.backup.BackupManifest.Rows;
import coop.laborfund.api.backup.BackupNames;
import coop.laborfund.api.backup.BackupWriter;
import coop.laborfund.api.backup.Backups;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.Report;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.proof.SigningKey;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRestoreTest {

    private static final String FORMER_STEP = CurrentSchema.STEPS.get(CurrentSchema.STEPS.size() - 2);

    @TempDir
    private Path folder = Path.of("");

    /** Its tables are made as they were, filled, and only then brought up to this program's. */
    @Test
    void aBackupOfAFormerProgramIsRestoredAndBroughtUp() throws Exception {
        Path file = folder.resolve("now.zip");
        SigningKey key = backUp(file);
        Path data = folder.resolve("data");

        Report report = restore(as(FORMER_STEP, file, key), key, data);

        assertThat(report.findings()).isEmpty();
        try (PostgresAccess database = PostgresAccess.embedded(data)) {
            assertThat(CurrentSchema.isIn(Connections.ofOwner(database.target())))
                    .isTrue();
        }
    }

    @Test
    void aBackupOfALaterProgramIsLeftToThat() throws Exception {
        Path file = folder.resolve("now.zip");
        SigningKey key = backUp(file);
        Path later = as("V9999__later.sql", file, key);

        assertThatThrownBy(() -> restore(later, key, folder.resolve("data")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("V9999__later.sql");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    /** Whoever adds a table has it backed up, unless it is said here that it comes again by itself. */
    @Test
    void everyTableIsBackedUpOrComesAgain() throws Exception {
        Path file = folder.resolve("now.zip");
        List<String> tables = new ArrayList<>(DerivedTables.NAMES);
        try (LedgerNode node = TestNodes.open()) {
            node.opened().part(Backups.class).make(file, false);
            try (BackupFile backup = BackupFile.open(file)) {
                backup.manifest()
                        .tables()
                        .forEach(rows -> tables.add(rows.table().name()));
            }
            assertThat(tables).containsExactlyInAnyOrderElementsOf(tablesOf(node.connections()));
        }
    }

    /** Those that a program had whose last step was this one. */
    private static List<String> tablesOf(String step) throws SQLException {
        if (!CurrentSchema.STEPS.contains(step)) {
            return tablesOf(CurrentSchema.STEPS.getLast());
        }
        DataSource database = Connections.ofOwner(Databases.create().target());
        Schema.make(database, step);
        return tablesOf(database);
    }

    private static List<String> tablesOf(DataSource database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select tablename from pg_tables where schemaname = current_schema()")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static SigningKey backUp(Path file) throws IOException {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(3, 4, 2022, 1));
            node.opened().part(Backups.class).make(file, false);
            return node.opened().part(Seals.class).key();
        }
    }

    private static Report restore(Path file, SigningKey key, Path data) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            assertThat(backup.check()).isEmpty();
            return new LedgerRestore(backup, key, TestNodes.CLOCK)
                    .into(data, (done, total) -> {})
                    .orElseThrow();
        }
    }

    /** The same backup as a program whose last step was this one would have written it. */
    private Path as(String step, Path file, SigningKey key) throws IOException, SQLException {
        List<String> there = tablesOf(step);
        Path other = folder.resolve(step + ".zip");
        try (BackupFile backup = BackupFile.open(file);
                OutputStream out = Files.newOutputStream(other)) {
            BackupWriter writer = new BackupWriter(out);
            for (Rows rows : backup.manifest().tables()) {
                if (!there.contains(rows.table().name())) {
                    continue;
                }
                try (InputStream in = backup.open(rows)) {
                    writer.<IOException>table(rows.table(), to -> {
                        in.transferTo(to);
                        return rows.rows();
                    });
                }
            }
            for (String name : List.of(BackupNames.HEADS, BackupNames.PUBLIC_KEY)) {
                writer.text(name, backup.text(name));
            }
            BackupManifest was = backup.manifest();
            writer.finish(
                    (tables, parts) -> new BackupManifest(
                            was.form(),
                            was.takenAt(),
                            step,
                            was.events(),
                            was.position(),
                            was.recordedAt(),
                            was.funds(),
                            was.code(),
                            was.withKey(),
                            was.keyMissing(),
                            tables,
                            parts),
                    key);
        }
        return other;
    }
}
