package coop.laborfund.api.backup;

import coop.laborfund.api.postgres.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that a draft is being written: a file {@code DRAFT.lock} beside it, there before it and gone after it, that is locked all the
 * while. The draft itself would lose its lock as soon as its writer has read it back, as a process loses its locks on a file whenever
 * it closes that file, were it opened a second time.
 */
final class DraftLock implements AutoCloseable {

    private static final String END = ".lock";

    /** This process's own, which it must not open a second time either. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path draft;
    private final FileChannel channel;

    private DraftLock(Path draft, FileChannel channel) {
        this.draft = draft;
        this.channel = channel;
    }

    /** Of a new draft, under a name that none ever had: what another has just published is the same file as its draft was. */
    static DraftLock take(Path folder, String beginning, String end) throws IOException {
        while (true) {
            Path draft = folder.resolve(beginning + UUID.randomUUID() + end);
            TAKEN.add(lockOf(draft));
            FileChannel channel = FileChannel.open(
                    lockOf(draft),
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PrivateFiles.OWNER_ONLY));
            DraftLock taken = new DraftLock(draft, channel);
            FileLock lock = channel.tryLock();
            if (lock != null && Files.exists(lockOf(draft))) {
                return taken;
            }
            // Cleared away as a killed process's, in the moment before it was locked.
            taken.close();
        }
    }

    private static Path lockOf(Path draft) throws IOException {
        Path folder = draft.toAbsolutePath().getParent();
        return (folder == null ? draft : folder.toRealPath().resolve(draft.getFileName()))
                .resolveSibling(draft.getFileName() + END);
    }

    /** The draft that a file belongs to: it itself, or it is the lock beside it. */
    static Path draftOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(END) ? file.resolveSibling(name.substring(0, name.length() - END.length())) : file;
    }

    /** Deletes a draft that nobody writes any more. */
    static void deleteUnlessTaken(Path draft) throws IOException {
        Path path = lockOf(draft);
        if (TAKEN.contains(path)) {
            return;
        }
        try {
            deleteUnlessLocked(draft, path);
        } catch (FileSystemException notOurs) {
            // Somebody else's, who clears it away.
        }
    }

    private static void deleteUnlessLocked(Path draft, Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(draft);
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException unlocked) {
            Files.deleteIfExists(draft);
        }
    }

    Path draft() {
        return draft;
    }

    /** After the draft is gone. */
    @Override
    public void close() throws IOException {
        Path path = lockOf(draft);
        Files.deleteIfExists(path);
        channel.close();
        TAKEN.remove(path);
    }
}
