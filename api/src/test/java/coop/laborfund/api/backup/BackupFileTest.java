package coop.laborfund.api.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.chain.Head;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a backup, and that nothing else passes for it. */
class BackupFileTest {

    @TempDir
    private Path folder = Path.of("");

    /** Any database can be backed up so, not the embedded one alone. */
    @Test
    void oneChangedBitIsFoundWhereverItMatters() throws Exception {
        Path file = folder.resolve("a.zip");
        List<Head> heads;
        try (LedgerNode node = recorded()) {
            heads = node.history().heads();
            node.opened().part(Backups.class).make(file, true);
        }
        byte[] whole = Files.readAllBytes(file);
        BackupManifest manifest = manifest(file);
        assertThat(manifest.events()).isEqualTo(heads.getFirst().events());
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            try (BackupFile opened = BackupFile.open(file)) {
                assertThat(opened.check()).isEmpty();
                // A bit that is nobody's: of a time, say, that a zip has of each of its files.
                assertThat(opened.manifest()).isEqualTo(manifest);
                assertThat(opened.heads().heads()).isEqualTo(heads);
            } catch (BackupException refused) {
                assertThat(refused.getMessage()).contains(file.toString());
                found++;
            }
        }
        assertThat(found).isGreaterThan(250);
    }

    private static BackupManifest manifest(Path file) throws IOException {
        try (BackupFile opened = BackupFile.open(file)) {
            assertThat(opened.check()).isEmpty();
            return opened.manifest();
        }
    }

    /** The backup is then the ledger as it is, and says what is wrong with it; it is no reason to be without one. */
    @Test
    void aLedgerThatWasTamperedWithIsBackedUpAndSaidToBe() throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("laborfund-20250101T000000Z.zip"), "old");
        try (LedgerNode node = recorded()) {
            try (Connection connection = ownerOf(node);
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table event disable trigger event_is_kept");
                statement.execute("update event set payload = replace(payload, '\"date\":\"2022-', '\"date\":\"2021-')"
                        + " where position = 7");
                statement.execute("alter table event enable trigger event_is_kept");
            }
            Backups.Made made =
                    node.opened().part(Backups.class).make(new KeptBackups(kept), TestNodes.CLOCK.instant(), 1, false);

            assertThat(made.faults())
                    .extracting(Words::english)
                    .singleElement()
                    .asString()
                    .contains("position 7");
            assertThat(made.deleted()).isEmpty();
            assertThat(kept.resolve("laborfund-20250101T000000Z.zip")).exists();
        }
    }

    @Test
    void whatFailsLeavesNoFileBehind() throws Exception {
        Path file = folder.resolve("b.zip");
        Backups broken = new Backups((out, withKey) -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> broken.make(file, false)).isInstanceOf(IOException.class);
        Backups half = new Backups((out, withKey) -> out.write(new byte[100]));
        assertThatThrownBy(() -> half.make(file, false)).isInstanceOf(BackupException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsAreReadAsPostgresWritesThem() throws IOException {
        CopyRows rows = new CopyRows(
                new ByteArrayInputStream("1\ta\\tb\\\\\\n\\rx\t\\N\n2\t\t\\\\xff\n".getBytes(StandardCharsets.UTF_8)),
                List.of("n", "t", "z"));

        assertThat(rows.next()).isTrue();
        assertThat(rows.number("n")).isEqualTo(1);
        assertThat(rows.text("t")).isEqualTo("a\tb\\\n\rx");
        assertThat(rows.get("z")).isNull();
        assertThat(rows.next()).isTrue();
        assertThat(rows.text("t")).isEmpty();
        assertThat(rows.text("z")).isEqualTo("\\xff");
        assertThat(rows.next()).isFalse();
        assertThatThrownBy(() -> rows.get("other")).isInstanceOf(IllegalArgumentException.class);
    }

    private static LedgerNode recorded() {
        LedgerNode node = TestNodes.open();
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(3, 4, 2022, 1));
        return node;
    }

    private static Connection ownerOf(LedgerNode node) throws Exception {
        Connection connection = node.connections().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset role");
        }
        return connection;
    }
}
