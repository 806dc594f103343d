package coop.laborfund.api.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what an import, or the web server, cannot hold in memory, private to its owner and made when it is first needed. Closing deletes it.
 * Each holds a locked file, and the lock ends with the process however that ends: so what a killed process left can be told from
 * what is still in use, and deleted. One thread at a time.
 */
public final class Workspace implements AutoCloseable {

    private static final String PREFIX = "laborfund-import-";
    private static final String LOCK = "in-use";
    private static final String LOCK_BEING_MADE = "to-be-in-use";

    /** Making one takes a moment; what has no lock after this long will not get it any more. */
    private static final Duration LONGEST_MAKING = Duration.ofHours(1);

    /**
     * The names of those of this process. Their locks must not be tried: the system lets go of all of a process's locks on a file
     * as soon as the process closes that file once, however often it has it open.
     */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private final Path parent;
    private @Nullable Path folder;
    private @Nullable FileChannel lock;

    private Workspace(Path parent) {
        this.parent = parent;
    }

    /** One in {@code tmp} under a data directory. */
    public static Workspace under(Path dataDirectory) {
        return new Workspace(tmp(dataDirectory));
    }

    /** One where the system keeps its temporary files. */
    static Workspace ofTheSystem() {
        return new Workspace(tmpOfTheSystem());
    }

    private static Path tmp(Path dataDirectory) {
        return dataDirectory.resolve("tmp");
    }

    private static Path tmpOfTheSystem() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Deletes what processes that are gone have left, under a data directory and where the system keeps its temporary files. */
    public static void sweep(Path dataDirectory) {
        for (Path parent : List.of(tmp(dataDirectory), tmpOfTheSystem())) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
                folders.forEach(Workspace::sweepFolder);
            } catch (IOException | DirectoryIteratorException unreadable) {
                // Nothing there yet, or not ours to look at. Nobody's work depends on it.
            }
        }
    }

    private static void sweepFolder(Path folder) {
        try {
            if (isAbandoned(folder)) {
                delete(folder);
            }
        } catch (IOException failed) {
            // Another user's, or somebody else is just sweeping it.
        }
    }

    /** A file that does not exist yet. */
    synchronized Path newFile() throws IOException {
        return Files.createTempFile(folder(), "rows", "");
    }

    /** A folder that does not exist yet. */
    public synchronized Path newFolder() throws IOException {
        return Files.createTempDirectory(folder(), "folder");
    }

    private Path folder() throws IOException {
        if (folder == null) {
            Files.createDirectories(parent);
            Path made = Files.createTempDirectory(
                    parent, PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            OURS.add(made.getFileName().toString());
            Path unlocked = made.resolve(LOCK_BEING_MADE);
            lock = FileChannel.open(unlocked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            // Under its name it is never seen unlocked while its owner lives.
            Files.move(unlocked, made.resolve(LOCK));
            folder = made;
        }
        return folder;
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        if (OURS.contains(folder.getFileName().toString()) || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (NoSuchFileException beingMade) {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(LONGEST_MAKING));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                delete(file);
            } else {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public synchronized void close() {
        Path made = folder;
        FileChannel held = lock;
        if (made == null || held == null) {
            return;
        }
        folder = null;
        try (held) {
            delete(made);
            OURS.remove(made.getFileName().toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
