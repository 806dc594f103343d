package coop.laborfund.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.Namespaces;
import coop.laborfund.api.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever sees a data directory, and from wherever: one PostgreSQL works on it, or none is started. */
@Timeout(180)
class OneServerTest {

    /** Makes every flock(2) of what follows it answer what is named first, without doing anything. */
    private static final String WITHOUT_FLOCK = """
            import ctypes, os, platform, struct, sys
            number = {"x86_64": 73, "aarch64": 32}[platform.machine()]
            code = b"".join(struct.pack("HBBI", *line) for line in [
                (0x20, 0, 0, 0), (0x15, 0, 1, number), (0x06, 0, 0, 0x00050000 | int(sys.argv[1])), (0x06, 0, 0, 0x7fff0000)])
            lines = ctypes.create_string_buffer(code)
            class Program(ctypes.Structure):
                _fields_ = [("length", ctypes.c_ushort), ("lines", ctypes.c_void_p)]
            libc = ctypes.CDLL(None, use_errno=True)
            assert libc.prctl(38, 1, 0, 0, 0) == 0
            assert libc.prctl(22, 2, ctypes.byref(Program(4, ctypes.addressof(lines))), 0, 0) == 0
            os.execvp(sys.argv[2], sys.argv[2:])
            """;

    private static final String NO_LOCKS_AVAILABLE = "37";
    private static final String DONE = "0";

    @TempDir
    private Path folder;

    @Test
    void isSharedWithAnotherProcessNamespaceThatReachesIt() throws Exception {
        List<String> container = Namespaces.ofProcesses();
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.open(folder)) {
            String file = postmasterFile();
            try (OtherProcess other = OtherProcess.start(container, folder)) {
                assertThat(other.url()).isEqualTo(server.target().url());
                assertThat(other.query()).isEqualTo("ok");
                assertThat(postmasterFile()).isEqualTo(file);
            }
            assertThat(postmasterFile()).isEqualTo(file);
            server.target().connect().close();
        }
        assertThat(PostmasterFile.in(cluster())).doesNotExist();
    }

    @Test
    void isNotDoubledByAContainerThatDoesNotReachIt() throws Exception {
        List<String> container = Namespaces.ofContainer();
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.open(folder)) {
            String file = postmasterFile();
            try (OtherProcess other = OtherProcess.start(container, folder)) {
                assertThat(other.refusal()).contains("没有启动第二个", "No second one was started", folder.toString());
            }
            assertThat(postmasterFile()).isEqualTo(file);
            server.target().connect().close();
        }
    }

    @Test
    void isNotDoubledAfterItsProgramWasKilledAndComesAgainOnceItIsGoneItself() throws Exception {
        List<String> container = Namespaces.ofContainer();
        try (OtherProcess killed = OtherProcess.start(folder)) {
            killed.url();
            killed.kill();
        }
        String file = postmasterFile();
        try (OtherProcess other = OtherProcess.start(container, folder)) {
            assertThat(other.refusal()).contains("没有启动第二个", "No second one was started");
        }
        assertThat(postmasterFile()).isEqualTo(file);

        OwnPostgres.kill(folder);
        try (OtherProcess other = OtherProcess.start(Namespaces.ofProcesses(), folder)) {
            assertThat(other.url()).isNotEmpty();
            assertThat(other.query()).isEqualTo("ok");
        }
        assertThat(PostmasterFile.in(cluster())).doesNotExist();
    }

    @Test
    void isNotStartedWhileAnotherUsesTheDirectoryThoughNothingElseIsSeenOfIt() throws Exception {
        EmbeddedPostgresServer.open(folder).close();
        try (DirectoryLock user = DirectoryLock.open(folder.resolve("postgres.lock"))) {
            user.use();
            try (OtherProcess other = OtherProcess.start(folder)) {
                assertThat(other.refusal()).contains("正由另一个程序使用", "Another program is using");
            }
        }
        try (OtherProcess other = OtherProcess.start(folder)) {
            assertThat(other.url()).isNotEmpty();
        }
    }

    @Test
    void isTheSameUnderAnotherMountAndALink() throws Exception {
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);
        List<String> mount = Namespaces.withMount(data.toString(), mounted.toString());
        EmbeddedPostgresServer server = EmbeddedPostgresServer.open(data);
        String url = server.target().url();
        try (OtherProcess below = OtherProcess.start(mount, mounted);
                OtherProcess behind = OtherProcess.start(link)) {
            assertThat(List.of(below.url(), behind.url())).containsOnly(url);
            server.close();
            assertThat(below.query()).isEqualTo("ok");
            behind.close();
        }
        assertThat(PostmasterFile.in(data.resolve("postgres"))).doesNotExist();
    }

    @Test
    void isStartedAgainThoughNobodyBuriesTheDead() throws Exception {
        try (OtherProcess first = OtherProcess.start(Namespaces.ofProcesses(), folder)) {
            first.url();
            String file = postmasterFile();
            first.killServer();
            while (Files.notExists(PostmasterFile.in(cluster()))
                    || postmasterFile().equals(file)) {
                Thread.sleep(100);
            }
            while (!first.query().equals("ok")) {
                Thread.sleep(100);
            }
        }
    }

    @Test
    void isNotStartedWhereLocksFailOrHoldNobodyOff() throws Exception {
        Programs.require("python3");
        EmbeddedPostgresServer.open(folder).close();
        for (String answer : List.of(NO_LOCKS_AVAILABLE, DONE)) {
            try (OtherProcess other = OtherProcess.start(List.of("python3", "-c", WITHOUT_FLOCK, answer), folder)) {
                assertThat(other.refusal()).as(answer).contains("文件锁", "no file locks that work", "--url");
            }
            assertThat(PostmasterFile.in(cluster())).doesNotExist();
        }
        try (OtherProcess other = OtherProcess.start(folder)) {
            assertThat(other.url()).isNotEmpty();
        }
    }

    private Path cluster() throws IOException {
        return folder.toRealPath().resolve("postgres");
    }

    private String postmasterFile() throws IOException {
        return Files.readString(PostmasterFile.in(cluster()));
    }
}
