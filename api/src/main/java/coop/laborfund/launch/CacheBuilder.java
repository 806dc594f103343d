package coop.laborfund.launch;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a cache's entry, in a background process of the lowest priority; one at a time. */
public final class CacheBuilder {

    private static final ProcessBuilder.Redirect NOTHING = ProcessBuilder.Redirect.to(new File("/dev/null"));

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** After a failure, which is likely to come again. */
    private static final Duration PAUSE = Duration.ofDays(1);

    /** Entries that nobody has used for so long are deleted. */
    private static final Duration UNUSED = Duration.ofDays(30);

    /** An entry is a fourth of it; a disk that is nearly full is left to the ledger. */
    private static final long ROOM = 1_000_000_000;

    private final StartCache cache;

    private CacheBuilder(StartCache cache) {
        this.cache = cache;
    }

    /** Starts the process, which ends at once where another one is at it; it outlives this one. */
    static void startUnlessFailed(StartCache cache) throws IOException {
        boolean failedLately = Files.exists(cache.failed())
                && Files.getLastModifiedTime(cache.failed())
                        .toInstant()
                        .isAfter(Instant.now().minus(PAUSE));
        if (!failedLately && cache.root().toFile().getUsableSpace() > ROOM) {
            start(List.of(
                    "-Xmx64m",
                    "-cp",
                    cache.jar().path().toString(),
                    CacheBuilder.class.getName(),
                    cache.jar().path().toString(),
                    cache.root().toString()));
        }
    }

    /** @param arguments the program's jar and the cache's folder */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        StartCache cache = StartCache.in(Path.of(arguments[1]), ProgramJar.at(Path.of(arguments[0])))
                .orElseThrow();
        try (FileChannel channel = FileChannel.open(
                        cache.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone != null && !cache.isComplete()) {
                new CacheBuilder(cache).build();
            }
        }
    }

    private void build() throws IOException, InterruptedException {
        sweep();
        CacheFiles.delete(cache.entry());
        Files.createDirectory(cache.entry());
        try {
            List<Path> files = new ArrayList<>(CacheFiles.unpack(cache.jar().path(), cache.code()));
            rehearse();
            files.add(cache.archive());
            CacheFiles.force(cache.archive());
            Path draft = cache.entry().resolve("complete.new");
            Files.writeString(draft, cache.completeText(files));
            CacheFiles.force(draft);
            Files.move(draft, cache.marker(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failed) {
            CacheFiles.delete(cache.entry());
            Files.createDirectory(cache.entry());
            Files.writeString(cache.failed(), failed + "\n");
        }
    }

    /** Runs the program once on nothing, so that its Java writes down at the end what it has loaded. */
    private void rehearse() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(cache.entry().resolve("rehearsal"));
        List<String> arguments = new ArrayList<>(cache.rehearses());
        arguments.add(0, "-Xmx512m");
        arguments.addAll(List.of(cache.jar().rehearsalClass(), folder.toString()));
        Process process = start(arguments);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor();
        }
        CacheFiles.delete(folder);
        if (!Files.exists(cache.archive())) {
            throw new IOException("the rehearsal left no archive and status " + process.exitValue());
        }
    }

    private void sweep() throws IOException {
        Instant before = Instant.now().minus(UNUSED);
        List<Path> entries;
        try (Stream<Path> found = Files.list(cache.root())) {
            entries = found.filter(Files::isDirectory).collect(Collectors.toList());
        }
        for (Path entry : entries) {
            Path marker = entry.resolve("complete");
            Instant used = Files.getLastModifiedTime(Files.exists(marker) ? marker : entry)
                    .toInstant();
            if (used.isBefore(before)) {
                CacheFiles.delete(entry);
            }
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        @Nullable
        Path nice = Stream.of("/usr/bin/nice", "/bin/nice")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (nice != null) {
            line.addAll(List.of(nice.toString(), "-n", "19"));
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(line);
        // Which ledger somebody works on is none of its business.
        process.environment().keySet().removeIf(name -> name.startsWith("LABORFUND_"));
        return process.redirectInput(new File("/dev/null"))
                .redirectOutput(NOTHING)
                .redirectError(NOTHING)
                .start();
    }
}
