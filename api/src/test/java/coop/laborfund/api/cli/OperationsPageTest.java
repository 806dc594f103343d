package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page for technicians tells them to type is there to be typed, and the files that it installs are understood. */
class OperationsPageTest {

    private static final Path PAGE = Path.of("../docs/OPERATIONS.md");
    private static final Path FILES = Path.of("../docs/operations");
    private static final String PROGRAM = "/usr/local/bin/laborfund";

    /** A command of the program, as far as the shell has nothing to say. */
    private static final Pattern TYPED =
            Pattern.compile("(?m)^(?:runuser -u laborfund -- laborfund|ExecStart=" + PROGRAM + ") ([^>|;\n]*)");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FILE = Pattern.compile("docs/operations/([\\w.-]+)");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyCommandOnItIsOneOfTheProgram() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(PAGE).replace("\\\n", " "));
        for (Path unit : units()) {
            all.append(Files.readString(unit));
        }
        List<String> commands = new ArrayList<>();
        for (Matcher typed = TYPED.matcher(all); typed.find(); ) {
            String line = QUOTED.matcher(typed.group(1).strip()).replaceAll("file");
            List<String> arguments = Arrays.stream(line.split("\\s+", -1)).toList();
            commands.add(arguments.getFirst());
            RootCommand.commandLine().parseArgs(arguments.toArray(String[]::new));
        }
        assertThat(commands).contains("serve", "backup", "restore", "verify", "heads");
    }

    @Test
    void everyFileThatItInstallsIsThere() throws IOException {
        for (Matcher file = FILE.matcher(Files.readString(PAGE)); file.find(); ) {
            assertThat(FILES.resolve(file.group(1))).exists();
        }
    }

    @Test
    void systemdUnderstandsItsUnits() throws Exception {
        Programs.require("systemd-analyze");
        List<String> line = new ArrayList<>(List.of("systemd-analyze", "verify"));
        for (Path unit : units()) {
            // The program is not installed here, and systemd asks for it.
            Path copy = folder.resolve(unit.getFileName());
            Files.writeString(copy, Files.readString(unit).replace(PROGRAM, "/bin/true"));
            line.add(copy.toString());
        }
        assertThat(Programs.run(line.toArray(String[]::new))).isEmpty();
    }

    @Test
    void nginxUnderstandsItsSite() throws Exception {
        Programs.require("nginx");
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        Programs.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=ledger.example",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        String site = Files.readString(FILES.resolve("nginx.conf"))
                .replace("/etc/laborfund/tls/cert.pem", certificate.toString())
                .replace("/etc/laborfund/tls/key.pem", key.toString())
                .replace("listen 443", "listen 127.0.0.1:" + freePort());
        Path whole = Files.writeString(
                folder.resolve("whole.conf"),
                "pid " + folder.resolve("pid") + ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + site
                        + "}\n");
        assertThat(Programs.run("nginx", "-t", "-c", whole.toString())).contains("test is successful");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().matches(".*\\.(service|timer)"))
                    .sorted()
                    .toList();
        }
    }
}
