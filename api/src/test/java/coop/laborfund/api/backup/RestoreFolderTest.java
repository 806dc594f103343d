package coop.laborfund.api.backup;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.Namespaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreFolderTest {

    @TempDir
    private Path folder = Path.of("");

    /** A program that makes a restore's folder, as at the beginning of one. */
    static final class Beginning {

        private Beginning() {}

        public static void main(String[] arguments) throws IOException {
            try (RestoreFolder begun = RestoreFolder.of(Path.of(arguments[0]))) {
                System.out.println("begun in " + begun.data());
            } catch (BackupException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    /** A volume of a container, say: it is empty, and nothing can take its place. */
    @Test
    void aMountPointIsRefusedBeforeTheWork() throws Exception {
        Path volume = Files.createDirectory(folder.resolve("volume"));
        Path place = Files.createDirectory(folder.resolve("place"));
        List<String> line = new ArrayList<>(Namespaces.withMount(volume.toString(), place.toString()));
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Beginning.class.getName(),
                place.toString()));
        Process beginning = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(beginning.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(beginning.waitFor()).isZero();
        assertThat(said).contains("挂载点", "mount point", place.toString());
        assertThat(folder.resolve("place.restoring")).doesNotExist();
    }

    @Test
    void anEmptyFolderIsTakenAndStaysEmptyUntilThen() throws IOException {
        Path place = Files.createDirectory(folder.resolve("place"));
        try (RestoreFolder begun = RestoreFolder.of(place)) {
            assertThat(place).isEmptyDirectory();
            Files.createDirectory(begun.data());
            Files.writeString(begun.data().resolve("ledger"), "");
            begun.publish();
        }
        assertThat(place.resolve("ledger")).exists();
        assertThat(folder.resolve("place.restoring")).doesNotExist();
    }
}
