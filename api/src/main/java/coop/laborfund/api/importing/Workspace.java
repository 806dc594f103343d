package coop.laborfund.api.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what an import cannot hold in memory, private to its owner and made when it is first needed. Closing deletes it.
 * Each holds a locked file, and the lock ends with the process however that ends: so whoever opens a workspace in the same place
 * deletes what a crash left, and nothing that is still in use. One thread at a time.
 */
public final class Workspace implements AutoCloseable {

    private static final String PREFIX = "import-";
    private static final String LOCK = "in-use";

    private final Path parent;
    private @Nullable Path folder;
    private @Nullable FileChannel lock;

    private Workspace(Path parent) {
        this.parent = parent;
    }

    /** One in {@code tmp} under a data directory; what dead processes left there is deleted. */
    public static Workspace under(Path dataDirectory) {
        Path parent = dataDirectory.resolve("tmp");
        sweep(parent);
        return new Workspace(parent);
    }

    /** One where the system keeps its temporary files. */
    static Workspace ofTheSystem() {
        return new Workspace(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A file that does not exist yet. */
    synchronized Path newFile() throws IOException {
        return Files.createTempFile(folder(), "rows", "");
    }

    private Path folder() throws IOException {
        if (folder == null) {
            Files.createDirectories(parent);
            Path made = Files.createTempDirectory(
                    parent, PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            lock = FileChannel.open(made.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            folder = made;
        }
        return folder;
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path left : folders) {
                if (isAbandoned(left)) {
                    delete(left);
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder whose lock file is not there yet is somebody's who is just making it. */
    private static boolean isAbandoned(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (NoSuchFileException beingMade) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
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
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
