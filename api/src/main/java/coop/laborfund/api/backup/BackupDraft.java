package coop.laborfund.api.backup;

import coop.laborfund.api.postgres.PrivateFiles;
import coop.laborfund.api.words.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A file that is being written beside its place, readable by its owner alone, and takes the place when it is whole and on the disk.
 * What a killed process left beside it is deleted by the next.
 */
final class BackupDraft implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final String END = ".part";

    private final Path place;
    private final Path path;
    private final DraftLock lock;
    private final FileChannel channel;

    private BackupDraft(Path place, DraftLock lock, FileChannel channel) {
        this.place = place;
        this.path = lock.draft();
        this.lock = lock;
        this.channel = channel;
    }

    /** @throws BackupException where the place is taken */
    static BackupDraft at(Path place) throws IOException {
        requireFree(place);
        Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
        String name = place.getFileName() + ".";
        sweep(folder, file -> file.startsWith(name));
        DraftLock lock = DraftLock.take(folder, name, END);
        try {
            FileChannel channel = FileChannel.open(
                    lock.draft(),
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PrivateFiles.OWNER_ONLY));
            return new BackupDraft(place, lock, channel);
        } catch (IOException full) {
            lock.close();
            throw full;
        }
    }

    /** Deletes what killed processes left; what is being written is locked. */
    static void sweep(Path folder, Predicate<String> names) throws IOException {
        Set<Path> drafts = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> names.test(String.valueOf(file.getFileName())))
                    .map(DraftLock::draftOf)
                    .filter(file -> file.toString().endsWith(END))
                    .forEach(drafts::add);
        }
        for (Path draft : drafts) {
            DraftLock.deleteUnlessTaken(draft);
        }
    }

    private static void requireFree(Path place) {
        if (Files.exists(place)) {
            throw new BackupException(Words.of("fileExists", place));
        }
    }

    OutputStream out() {
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    Path path() {
        return path;
    }

    void force() throws IOException {
        channel.force(true);
    }

    /** It takes its place, for good. */
    void publish() throws IOException {
        try {
            // A link, as a rename would replace what somebody else has put there meanwhile.
            Files.createLink(place, path);
        } catch (FileAlreadyExistsException taken) {
            throw new BackupException(Words.of("fileExists", place), taken);
        } catch (UnsupportedOperationException | IOException noLinks) {
            requireFree(place);
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(path);
        PrivateFiles.forceFolder(place.toAbsolutePath().getParent());
    }

    /** Nothing of it stays beside its place. */
    @Override
    public void close() throws IOException {
        try (lock;
                channel) {
            Files.deleteIfExists(path);
        }
    }
}
