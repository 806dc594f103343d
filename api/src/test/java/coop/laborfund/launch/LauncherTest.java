package coop.laborfund.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small program in the real one's layout, started as people start it: from the jar, and once there is a cache, from that. */
@Timeout(300)
class LauncherTest {

    private static final long PATIENCE_MILLIS = 120_000;

    /** Of all tests, made by two first starts at once. */
    private static Path shared = Path.of("");

    @TempDir
    private static Path folder = Path.of("");

    private record Ran(int status, String out, String err) {}

    @BeforeAll
    static void twoFirstStartsAtOnceRunFromTheJarAndLeaveOneCache() throws Exception {
        jar(folder.resolve("program.jar"));
        shared = folder.resolve("cache");
        Process one = start(shared, List.of(), "say", "1");
        Process two = start(shared, List.of(), "say", "2");

        assertThat(ran(one)).isEqualTo(new Ran(0, "jar [say, 1]\n", ""));
        assertThat(ran(two)).isEqualTo(new Ran(0, "jar [say, 2]\n", ""));
        awaitCache(shared);
        assertThat(Files.getPosixFilePermissions(shared)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> entries = Files.list(shared)) {
            assertThat(entries.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void argumentsComeThroughAsTheyAre() throws Exception {
        assertThat(run(shared, List.of(), "say", "two words", "基金", "", "$HOME \"'*"))
                .isEqualTo(new Ran(0, "cache [say, two words, 基金, , $HOME \"'*]\n", ""));
    }

    @Test
    void aCommandThatRunsForLongStaysInItsProcess() throws Exception {
        assertThat(run(shared, List.of(), "serve").out()).isEqualTo("jar [serve]\n");
    }

    @Test
    void theExitStatusIsTheProgramsOwn() throws Exception {
        assertThat(run(shared, List.of(), "exit", "3")).isEqualTo(new Ran(3, "", ""));
    }

    @Test
    void inputAndOutputAreBytes() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        Process process = start(shared, List.of(), "copy");
        Thread writer = Thread.ofPlatform().start(() -> {
            try (OutputStream in = process.getOutputStream()) {
                in.write(bytes);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });

        assertThat(process.getInputStream().readAllBytes()).isEqualTo(bytes);
        writer.join();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void optionsOfTheJvmReachTheProgram() throws Exception {
        assertThat(run(shared, List.of("-Xmx300m", "-Dsome.name=两 words"), "property", "some.name")
                        .out())
                .isEqualTo("两 words\n");
    }

    @Test
    void anAgentAndALogAreNotHadTwice() {
        assertThat(JvmOptions.among(List.of("java", "-Xmx1g", "-jar", "x.jar", "-javaagent"), Stream.of()))
                .contains(List.of("-Xmx1g"));
        assertThat(JvmOptions.among(List.of("java", "-agentlib:jdwp=server=y", "-jar", "x.jar"), Stream.of()))
                .isEmpty();
        assertThat(JvmOptions.among(List.of("java", "-jar", "x.jar"), Stream.of("-javaagent:x")))
                .isEmpty();
        assertThat(JvmOptions.among(List.of("java", "-cp", "x", "Main"), Stream.of()))
                .isEmpty();
    }

    @Test
    void aShortCommandNeitherCompilesWellNorCollectsWithManyThreadsUnlessToldTo() {
        assertThat(JvmOptions.forShortLife(List.of("-Xmx1g")))
                .containsExactly("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(JvmOptions.forShortLife(List.of("-XX:+UseZGC"))).containsExactly("-XX:+UseZGC");
    }

    @Test
    void toldToEndItEndsOrderlyAndLeavesNoProcess() throws Exception {
        Process process = start(shared, List.of(), "wait");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle program = announced(out);
            assertThat(program.pid()).isNotEqualTo(process.pid());
            process.toHandle().destroy();

            assertThat(out.readLine()).isEqualTo("orderly");
            assertThat(process.waitFor()).isEqualTo(128 + 15);
            assertThat(program.isAlive()).isFalse();
        }
    }

    @Test
    void killedItTakesTheProgramWithIt() throws Exception {
        Process process = start(shared, List.of(), "wait");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle program = announced(out);
            process.toHandle().destroyForcibly();

            program.onExit().join();
            assertThat(out.readLine()).as("no orderly end").isNull();
        }
    }

    @Test
    void aProgramThatIsKilledIsSaidByTheStatus() throws Exception {
        Process process = start(shared, List.of(), "wait");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            announced(out).destroyForcibly();

            assertThat(process.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void aCacheThatOthersMayEnterIsNotUsed() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run(open, List.of(), "say")).isEqualTo(new Ran(0, "jar [say]\n", ""));
        assertThat(open).isEmptyDirectory();
    }

    @Test
    void aCacheThatCannotBeMadeOrIsSwitchedOffIsNotMissed() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");

        assertThat(run(file, List.of(), "say")).isEqualTo(new Ran(0, "jar [say]\n", ""));
        assertThat(run(file.resolve("below"), List.of(), "say")).isEqualTo(new Ran(0, "jar [say]\n", ""));
        assertThat(StartCache.folder("off", "/caches", "/home")).isEmpty();
        assertThat(StartCache.folder(null, "/caches", "/home")).contains(Path.of("/caches/laborfund"));
        assertThat(StartCache.folder("", "relative", "/home")).contains(Path.of("/home/.cache/laborfund"));
        assertThat(StartCache.folder(null, null, "?")).isEmpty();
    }

    @Test
    void aDamagedArchiveIsPassedOver() throws Exception {
        Path own = ownCache("damaged");
        Path archive = file(own, "archive");
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, new byte[bytes.length]);

        assertThat(run(own, List.of(), "say")).isEqualTo(new Ran(0, "cache [say]\n", ""));
    }

    @Test
    void aCacheThatLacksAFileOrIsOfAnotherBuildIsMadeAgain() throws Exception {
        Path own = ownCache("lacking");
        Path library = file(own, "archive");
        Files.write(library, new byte[] {1});
        assertThat(run(own, List.of(), "say").out()).isEqualTo("jar [say]\n");
        awaitCache(own);
        assertThat(run(own, List.of(), "say").out()).isEqualTo("cache [say]\n");

        Path program = own.resolveSibling("lacking.jar");
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(run(own, List.of(), "say").out()).isEqualTo("jar [say]\n");
    }

    /** The program's own process, as it says first. */
    private static ProcessHandle announced(BufferedReader out) throws IOException {
        return ProcessHandle.of(Long.parseLong(Objects.requireNonNull(out.readLine())))
                .orElseThrow();
    }

    /** One that a test may spoil, for a jar of its own. */
    private static Path ownCache(String name) throws Exception {
        jar(folder.resolve(name + ".jar"));
        Path cache = folder.resolve(name);
        run(cache, List.of(), "say");
        awaitCache(cache);
        return cache;
    }

    private static void awaitCache(Path cache) throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            try (Stream<Path> files = Files.walk(cache)) {
                if (files.anyMatch(file -> file.endsWith("complete"))
                        && StartCache.in(cache, ProgramJar.at(program(cache)))
                                .orElseThrow()
                                .isComplete()) {
                    return;
                }
            } catch (UncheckedIOException changing) {
                // Looked at while files come and go.
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no cache within " + PATIENCE_MILLIS + " ms in " + cache);
    }

    private static Path file(Path cache, String name) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static Path program(Path cache) {
        Path own = folder.resolve(cache.getFileName() + ".jar");
        return Files.exists(own) ? own : folder.resolve("program.jar");
    }

    private static Ran run(Path cache, List<String> options, String... arguments) throws Exception {
        return ran(start(cache, options, arguments));
    }

    private static Ran ran(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    private static Process start(Path cache, List<String> options, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-jar", program(cache).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put(StartCache.VARIABLE, cache.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** The launcher and the program, as they lie in the real jar. */
    private static void jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
        attributes.putValue("Start-Class", EchoProgram.class.getName());
        attributes.putValue("Launch-In-Place", EchoProgram.class.getName());
        attributes.putValue("Launch-In-Place-Commands", "serve");
        attributes.putValue("Launch-Rehearsal", EchoProgram.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String folderOfClasses : List.of("", "BOOT-INF/classes/")) {
                for (Class<?> type : List.of(
                        Launcher.class,
                        ProgramJar.class,
                        JvmOptions.class,
                        StartCache.class,
                        CacheBuilder.class,
                        CacheFiles.class,
                        MainMethod.class,
                        RelaunchedProcess.class,
                        RelaunchedProgram.class,
                        EchoProgram.class)) {
                    String name = type.getName().replace('.', '/') + ".class";
                    jar.putNextEntry(new JarEntry(folderOfClasses + name));
                    jar.write(Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name), name)
                            .readAllBytes());
                }
            }
        }
    }
}
