package coop.laborfund.api.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the processes that use one data directory agree, through locks that the operating system takes back from a
 * process that dies, however it dies.
 *
 * <p>Byte 0 of the lock file is held while a server is looked for, made, started or stopped, by one process at a time.
 * Byte 1 is held, shared, by every process that uses the server, for as long as it does. Who lets go of it and can then
 * have it alone was the last, and stops the server; it does not matter who started it.
 *
 * <p>The locks are a process's, not a thread's, and closing any channel on the file drops them all. So one process has
 * one of these for a directory.
 */
final class DirectoryLock implements Closeable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final FileChannel channel;
    private @Nullable FileLock use;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock open(Path file) throws IOException {
        return new DirectoryLock(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PrivateFiles.OWNER_ONLY)));
    }

    /** Alone with the server until the answer is released. Waits; null when {@code patience} ran out first. */
    @Nullable
    FileLock alone(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        FileLock lock = channel.tryLock(0, 1, false);
        while (lock == null && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the data directory", e);
            }
            lock = channel.tryLock(0, 1, false);
        }
        return lock;
    }

    /** From now on one of those who use the server. */
    void use() throws IOException {
        use = channel.lock(1, 1, true);
    }

    /** Whether another process uses the server. To be asked before {@link #use}, and while {@link #alone}. */
    boolean isUsed() throws IOException {
        try (FileLock nobody = channel.tryLock(1, 1, false)) {
            return nobody == null;
        }
    }

    /** No longer one of them; answers whether that was the last. To be called while {@link #alone}. */
    boolean leaveAsLast() throws IOException {
        if (use != null) {
            use.release();
            use = null;
        }
        try (FileLock last = channel.tryLock(1, 1, false)) {
            return last != null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
