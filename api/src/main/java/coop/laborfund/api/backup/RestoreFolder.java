package coop.laborfund.api.backup;

import coop.laborfund.api.postgres.DatabaseUnavailableException;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.postgres.PrivateFiles;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a ledger is restored: in {@code DIR.restoring/data} beside its place {@code DIR}, which it takes in one step when it is whole.
 * A file {@code DIR.restoring/unfinished-restore} says what that folder is and is locked for as long as somebody works in it. So
 * whatever interrupts a restore, {@code DIR} is a whole ledger or as empty as before, and the next restore clears away the rest.
 */
public final class RestoreFolder implements AutoCloseable {

    private static final String MARK = "unfinished-restore";
    private static final String DATA = "data";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 20;

    private final Path place;
    private final Path folder;
    private final FileChannel mark;

    private RestoreFolder(Path place, Path folder, FileChannel mark) {
        this.place = place;
        this.folder = folder;
        this.mark = mark;
    }

    /** @throws BackupException where the place is not empty */
    public static void requireFree(Path dataDirectory) throws IOException {
        requireEmpty(place(dataDirectory));
    }

    private static Path place(Path dataDirectory) throws IOException {
        return Files.exists(dataDirectory)
                ? dataDirectory.toRealPath()
                : dataDirectory.toAbsolutePath().normalize();
    }

    /** @throws BackupException where the place is not empty, or somebody restores there */
    public static RestoreFolder of(Path dataDirectory) throws IOException {
        Path place = place(dataDirectory);
        requireEmpty(place);
        Path folder = place.resolveSibling(place.getFileName() + ".restoring");
        requireOurs(folder);
        try {
            PrivateFiles.createFolder(folder);
            return mark(place, folder);
        } catch (FileSystemException unwritable) {
            throw new BackupException(Words.of("restoreBeside", folder, unwritable.getMessage()), unwritable);
        }
    }

    private static RestoreFolder mark(Path place, Path folder) throws IOException {
        FileChannel mark = FileChannel.open(
                folder.resolve(MARK),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PrivateFiles.OWNER_ONLY));
        FileLock lock = mark.tryLock();
        if (lock == null) {
            mark.close();
            throw new BackupException(Words.of("restoreUnderWay", folder));
        }
        RestoreFolder restoring = new RestoreFolder(place, folder, mark);
        restoring.clear();
        try {
            restoring.requireTakable();
        } catch (BackupException taken) {
            restoring.close();
            throw taken;
        }
        return restoring;
    }

    /** An empty folder takes the place, as the ledger will: where that cannot be, as on a mount point, it shows before the work. */
    private void requireTakable() throws IOException {
        if (Files.exists(place)) {
            PrivateFiles.createFolder(data());
            publish();
        }
    }

    private static void requireEmpty(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new BackupException(Words.of("restoreNotEmpty", place, place.getFileName()));
        }
        try (Stream<Path> files = Files.list(place)) {
            files.findFirst().ifPresent(file -> {
                throw new BackupException(Words.of("restoreNotEmpty", place, file.getFileName()));
            });
        }
    }

    /** What has this name and is not left by a restore is not ours to clear away. */
    private static void requireOurs(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARK))) {
            requireEmpty(folder);
        }
    }

    /** What a killed restore left, its PostgreSQL first, which may still run. */
    private void clear() throws IOException {
        if (Files.exists(data().resolve("postgres").resolve("postmaster.pid"))) {
            stopServer();
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path each : left.filter(file -> !file.endsWith(MARK)).toList()) {
                delete(each);
            }
        }
    }

    private void stopServer() {
        try {
            PostgresAccess.embedded(data()).close();
        } catch (DatabaseUnavailableException dead) {
            // None can run on what a clearing that was killed itself has left.
        }
    }

    /** Under another name first, so that none of it is taken for a cluster while it goes; a program on its way may still write there. */
    private void delete(Path left) throws IOException {
        Path discarded = folder.resolve("discarded");
        if (!left.equals(discarded)) {
            PrivateFiles.deleteFolder(discarded);
            Files.move(left, discarded, StandardCopyOption.ATOMIC_MOVE);
        }
        for (int attempt = 1; Files.exists(discarded); attempt++) {
            try {
                PrivateFiles.deleteFolder(discarded);
            } catch (DirectoryNotEmptyException | NoSuchFileException changing) {
                if (attempt == ATTEMPTS) {
                    throw changing;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while clearing away a restore");
        }
    }

    /** The data directory that is being made. */
    public Path data() {
        return folder.resolve(DATA);
    }

    /** Whether this is a data directory that a restore has not finished. */
    public static boolean isUnfinished(Path dataDirectory) {
        Path parent = dataDirectory.toAbsolutePath().normalize().getParent();
        return parent != null
                && String.valueOf(dataDirectory.toAbsolutePath().normalize().getFileName())
                        .equals(DATA)
                && Files.exists(parent.resolve(MARK));
    }

    /** The ledger takes its place; nobody uses it now. */
    public void publish() throws IOException {
        try {
            Files.move(data(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            throw new BackupException(Words.of("restorePlace", place, taken.getMessage()), taken);
        }
        PrivateFiles.forceFolder(place.getParent());
    }

    /** Nothing of it stays beside the place; nobody uses the database any more. */
    @Override
    public void close() throws IOException {
        clear();
        // Last, as it says whose the folder is.
        Files.delete(folder.resolve(MARK));
        Files.delete(folder);
        mark.close();
    }
}
