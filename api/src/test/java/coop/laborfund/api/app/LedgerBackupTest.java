package coop.laborfund.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.backup.BackupFile;
import coop.laborfund.api.backup.BackupNames;
import coop.laborfund.api.backup.Backups;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.words.Words;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is of one moment in its lists and its key too, and is made whatever has become of the key. */
class LedgerBackupTest {

    private final PostgresAccess database = Databases.create();
    private final LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);

    @TempDir
    private Path data = Path.of("");

    @TempDir
    private Path other = Path.of("");

    @BeforeEach
    void record() {
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(3, 4, 2022, 1));
        assertThat(fingerprint()).hasSize(64);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aLostKeyIsNoReasonToBeWithoutABackup() throws IOException {
        String lost = fingerprint();
        Files.delete(data.resolve("signing-key.pem"));

        try (BackupFile backup = backUp(true)) {
            assertThat(backup.check())
                    .extracting(Words::english)
                    .singleElement()
                    .asString()
                    .contains("not signed with the ledger's key", "is missing", lost);
            assertThat(backup.manifest().withKey()).isFalse();
            assertThat(backup.names(BackupNames.SIGNING_KEY)).isEmpty();
            assertThat(backup.heads().heads()).isEqualTo(node.history().heads());
        }
        assertThat(data.resolve("signing-key.pem")).doesNotExist();
    }

    @Test
    void aForeignKeySignsAndIsSaidToBeForeign() throws IOException {
        String own = fingerprint();
        String foreign;
        try (LedgerNode stranger = TestNodes.open()) {
            foreign = stranger.identity(other).signing().verifying().fingerprint();
        }
        Files.delete(data.resolve("signing-key.pem"));
        Files.delete(data.resolve("public-key.pem"));
        Files.copy(other.resolve("signing-key.pem"), data.resolve("signing-key.pem"));

        try (BackupFile backup = backUp(true)) {
            assertThat(backup.key().fingerprint()).isEqualTo(foreign);
            assertThat(backup.check())
                    .extracting(Words::english)
                    .singleElement()
                    .asString()
                    .contains("with " + foreign, own);
            assertThat(backup.names(BackupNames.SIGNING_KEY)).isEmpty();
        }
    }

    /** Its row is not in the tables as they were: the file alone would be a list that somebody has taken out of the table. */
    @Test
    void aListSealedMeanwhileStaysOut() throws IOException {
        try (BackupFile backup = backUp(TestNodes.CLOCK, false, this::seal)) {
            assertThat(backup.names(BackupNames.SEALS)).isEmpty();
        }
        try (BackupFile backup = backUp(false)) {
            assertThat(backup.names(BackupNames.SEALS)).hasSize(1);
        }
    }

    /** And one that was there before, and is in the table no more, is what shows that. */
    @Test
    void aListThatIsInTheFolderAloneGoesAlong() throws IOException {
        seal();
        Files.writeString(data.resolve("seals").resolve("3.json"), "evidence");
        Files.writeString(data.resolve("seals").resolve("3-abcdef01.json"), "evidence");

        try (BackupFile backup = backUp(false)) {
            assertThat(backup.names(BackupNames.SEALS)).contains("seals/3.json", "seals/3-abcdef01.json");
        }
    }

    @Test
    void aKeyReplacedMeanwhileIsNotMixedIn() throws IOException {
        String before = fingerprint();
        try (BackupFile backup = backUp(TestNodes.CLOCK, true, this::rotate)) {
            assertThat(backup.check()).isEmpty();
            assertThat(backup.key().fingerprint()).isEqualTo(before);
            assertThat(backup.heads().isSignedBy(backup.key())).isTrue();
            assertThat(backup.text(BackupNames.SIGNING_KEY))
                    .endsWith(backup.key().pem());
        }
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    /** After the key was asked for and before the tables' moment. */
    @Test
    void aKeyReplacedJustBeforeHasTheMomentTakenAnew() throws IOException {
        AtomicBoolean rotated = new AtomicBoolean();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return TestNodes.CLOCK.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (rotated.compareAndSet(false, true)) {
                    rotate();
                }
                return TestNodes.CLOCK.instant();
            }
        };
        try (BackupFile backup = backUp(clock, true, () -> {})) {
            assertThat(backup.check()).isEmpty();
            assertThat(backup.key().fingerprint()).isEqualTo(fingerprint());
        }
        assertThat(rotated).isTrue();
    }

    private String fingerprint() {
        return node.identity(data).signing().verifying().fingerprint();
    }

    private void seal() {
        try {
            assertThat(node.seals(data).seal()).isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void rotate() {
        assertThat(node.identity(data).rotate("").fingerprint()).hasSize(64);
    }

    private BackupFile backUp(boolean withKey) throws IOException {
        return backUp(TestNodes.CLOCK, withKey, () -> {});
    }

    /** @param meanwhile done when the tables' moment has come and nothing is written yet */
    private BackupFile backUp(Clock clock, boolean withKey, Runnable meanwhile) throws IOException {
        LedgerBackup source = new LedgerBackup(database.target(), data, node.identity(data), clock);
        Path file = other.resolve("backup-" + System.nanoTime() + ".zip");
        Backups.Made made = new Backups((out, with) -> source.write(before(out, meanwhile), with)).make(file, withKey);
        assertThat(made.deleted()).isEqualTo(List.of());
        return BackupFile.open(file);
    }

    private static OutputStream before(OutputStream out, Runnable meanwhile) {
        AtomicBoolean begun = new AtomicBoolean();
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (begun.compareAndSet(false, true)) {
                    meanwhile.run();
                }
                out.write(bytes, from, length);
            }
        };
    }
}
