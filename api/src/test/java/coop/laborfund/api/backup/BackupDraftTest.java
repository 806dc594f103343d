package coop.laborfund.api.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is being written is nobody's to clear away, and what a killed process left is. */
class BackupDraftTest {

    @TempDir
    private Path folder = Path.of("");

    /** A program that clears a folder, as the next backup into it does first. */
    static final class Sweeper {

        private Sweeper() {}

        public static void main(String[] arguments) throws IOException {
            BackupDraft.sweep(Path.of(arguments[0]), name -> true);
        }
    }

    @Test
    void aDraftThatWasReadBackIsStillItsWriters() throws Exception {
        Path place = folder.resolve("a.zip");
        try (BackupDraft draft = BackupDraft.at(place)) {
            try (FileChannel again = FileChannel.open(draft.path(), StandardOpenOption.READ)) {
                assertThat(again.size()).isZero();
            }
            BackupDraft.sweep(folder, name -> true);
            sweepFromOutside();

            assertThat(draft.path()).exists();
            draft.publish();
        }
        assertThat(folder).isDirectoryContaining(file -> file.equals(place));
        assertThat(folder.toFile().list()).containsExactly("a.zip");
    }

    @Test
    void whatAKilledProcessLeftIsClearedAway() throws Exception {
        Files.writeString(folder.resolve("a.zip.1.part"), "half");
        Files.writeString(folder.resolve("a.zip.2.part"), "half");
        Files.writeString(folder.resolve("a.zip.2.part.lock"), "");
        Files.writeString(folder.resolve("a.zip.3.part.lock"), "");
        Files.writeString(folder.resolve("a.zip.lock"), "somebody's");

        BackupDraft.sweep(folder, name -> name.startsWith("a.zip."));

        assertThat(folder.toFile().list()).containsExactly("a.zip.lock");
    }

    private void sweepFromOutside() throws Exception {
        Process sweeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Sweeper.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(sweeper.waitFor()).isZero();
    }
}
