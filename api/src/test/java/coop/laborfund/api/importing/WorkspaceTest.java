package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkspaceTest {

    @TempDir
    private Path data;

    /** Another process: has a workspace in use until it is killed, or sweeps and ends. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            Path data = Path.of(arguments[0]);
            if (arguments.length > 1) {
                Workspace.sweep(data);
                return;
            }
            try (Workspace workspace = Workspace.under(data)) {
                System.out.println(workspace.newFile());
                System.out.flush();
                Thread.sleep(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void whatAKilledProcessLeftIsSweptAndNotBefore() throws Exception {
        Process other = start(data.toString());
        Path file = Path.of(Objects.requireNonNull(other.inputReader().readLine()));

        Workspace.sweep(data);
        assertThat(file).as("in use").exists();

        other.destroyForcibly().waitFor();
        assertThat(file).as("left behind").exists();
        Workspace.sweep(data);
        assertThat(data.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void whatIsInUseHereIsSweptNeitherFromHereNorFromElsewhere() throws Exception {
        try (Workspace workspace = Workspace.under(data)) {
            Path file = workspace.newFile();

            Workspace.sweep(data);
            assertThat(start(data.toString(), "sweep").waitFor()).isZero();

            assertThat(file).exists();
        }
        assertThat(data.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void oneThatIsJustBeingMadeIsLeftAloneAndOneThatNeverWasMadeIsNot() throws Exception {
        Path made = Files.createDirectories(data.resolve("tmp").resolve("laborfund-import-1"));
        Files.createFile(made.resolve("to-be-in-use"));
        Workspace.sweep(data);
        assertThat(made).exists();

        Files.setLastModifiedTime(made, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Workspace.sweep(data);
        assertThat(made).doesNotExist();
    }

    @Test
    void whatIsNoneStays() throws Exception {
        Path tmp = Files.createDirectories(data.resolve("tmp"));
        Path elsewhere = Files.createDirectories(data.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("in-use"));
        Path link = Files.createSymbolicLink(tmp.resolve("laborfund-import-1"), elsewhere);
        Path other = Files.createDirectory(tmp.resolve("another-import-1"));

        Workspace.sweep(data);
        Workspace.sweep(data.resolve("nothing here"));

        assertThat(elsewhere.resolve("in-use")).exists();
        assertThat(link).exists();
        assertThat(other).exists();
    }

    private static Process start(String... arguments) throws IOException {
        String[] line = new String[arguments.length + 4];
        line[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        line[1] = "-cp";
        line[2] = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        line[3] = Other.class.getName();
        System.arraycopy(arguments, 0, line, 4, arguments.length);
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
