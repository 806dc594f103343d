package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.backup.BackupFile;
import coop.laborfund.api.backup.BackupManifest;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.OwnJvm;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.store.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups while eight clients record, some of them killed: whatever was answered before one began is in it, it is a beginning of the
 * ledger's own history, and what a killed one leaves is no backup. Then restores, some of them killed: each leaves a whole ledger or
 * none.
 */
@Timeout(1_800)
class BackupsUnderLoadTest {

    private static final int KILLS = Math.max(1, Size.ROUNDS / 2);
    private static final int LONGEST_BACKUP_MILLIS = 2_500;
    private static final int LONGEST_RESTORE_MILLIS = 8_000;
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m");

    @TempDir
    private Path folder;

    private final Random random = new Random(Size.SEED);

    @Test
    void aBackupIsWhatTheLedgerWasAndARestoredOneIsTheBackup() throws Exception {
        Path data = folder.resolve("data");
        Path backups = Files.createDirectory(folder.resolve("backups"));
        Path last = backups;
        try (Server server = Server.embedded(data, folder.resolve("log"));
                Load load = Load.on(List.of(server.door()))) {
            for (int round = 0; round < KILLS; round++) {
                load.awaitAnswers(100 + random.nextInt(200));
                killedBackup(data, backups);
                long answered = load.mark();
                last = backups.resolve("whole-" + round + ".zip");
                assertThat(backup(data, last).waitFor()).isZero();
                requireWhole(last, answered);
                load.requireAllAtWork();
            }
            load.awaitAnswers(50);
            load.finish();
            try (PostgresAccess database = PostgresAccess.embedded(data);
                    LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
                load.requireKept(node);
                RightBooks.require(node, database.target());
            }
        }
        Path restored = folder.resolve("restored");
        for (int round = 0; round < KILLS; round++) {
            killedRestore(data, last, restored);
        }
        assertThat(restore(data, last, restored).waitFor()).isZero();
        requireBeginningOf(data, restored, last);
    }

    private void killedBackup(Path data, Path backups) throws Exception {
        Path file = backups.resolve("killed.zip");
        Process process = backup(data, file);
        if (!process.waitFor(500 + random.nextInt(LONGEST_BACKUP_MILLIS), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        if (Files.exists(file)) {
            requireWhole(file, 1);
            Files.delete(file);
        }
    }

    private static void requireWhole(Path file, long atLeast) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            assertThat(backup.check()).isEmpty();
            BackupManifest manifest = backup.manifest();
            assertThat(manifest.position()).isGreaterThanOrEqualTo(atLeast);
            assertThat(manifest.events()).isEqualTo(manifest.position());
        }
    }

    private void killedRestore(Path data, Path backup, Path place) throws Exception {
        Process process = restore(data, backup, place);
        if (!process.waitFor(500 + random.nextInt(LONGEST_RESTORE_MILLIS), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        if (Files.exists(place)) {
            requireBeginningOf(data, place, backup);
            Path aside = folder.resolve("aside-" + System.nanoTime());
            Files.move(place, aside);
        }
    }

    /** The restored ledger is the original's history up to the backup's position, event by event, and its books are right. */
    private static void requireBeginningOf(Path original, Path restored, Path backup) throws IOException {
        long position;
        try (BackupFile file = BackupFile.open(backup)) {
            position = file.manifest().position();
        }
        try (PostgresAccess database = PostgresAccess.embedded(restored);
                LedgerNode copy = LedgerNode.open(PostgresAccess.embedded(restored), TestNodes.CLOCK);
                LedgerNode node = LedgerNode.open(PostgresAccess.embedded(original), TestNodes.CLOCK)) {
            assertThat(lines(copy.history().storedAll(1, Long.MAX_VALUE)))
                    .isEqualTo(lines(node.history().storedAll(1, position)));
            RightBooks.require(copy, database.target());
        }
        assertThat(restored.resolveSibling(restored.getFileName() + ".restoring"))
                .doesNotExist();
    }

    private static List<String> lines(Stream<StoredEvent> events) {
        return events.map(event -> event.ref() + " " + event.canonical()).toList();
    }

    private static Process backup(Path data, Path file) throws IOException {
        return OwnJvm.start(QUICK, "backup", "--data", data.toString(), "--out", file.toString());
    }

    private static Process restore(Path data, Path backup, Path place) throws IOException {
        return OwnJvm.start(
                QUICK,
                "restore",
                backup.toString(),
                "--data",
                place.toString(),
                "--signing-key",
                data.resolve("signing-key.pem").toString());
    }
}
