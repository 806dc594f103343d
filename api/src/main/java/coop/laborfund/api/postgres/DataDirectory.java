package coop.laborfund.api.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The folder under which the embedded database lives.
 *
 * <pre>
 * DIR/postgres            the cluster (PostgreSQL's own files)
 * DIR/postgres-password   the password of the role postgres, mode 600
 * DIR/postgres.lock       who starts, who uses (see DirectoryLock)
 * DIR/postgres.log        what the server says
 * DIR/postgres-program    the server's programs, unpacked from the jar
 * </pre>
 *
 * @param path the folder, absolute and free of symbolic links
 */
record DataDirectory(Path path) {

    /** A server that somehow complains for ever must not fill the disk. */
    private static final long LARGEST_LOG = 10_000_000;

    private static final int PASSWORD_BYTES = 32;

    /** The folder, created if missing. */
    static DataDirectory at(Path folder) {
        try {
            PrivateFiles.createFolder(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
            return new DataDirectory(folder.toRealPath());
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "数据目录 " + folder + " 无法建立或不可写，请检查权限，或用 --data 指定其他目录。（" + e.getMessage() + "）",
                    "The data directory " + folder + " cannot be created or written. Check its permissions, or name"
                            + " another with --data. (" + e + ")",
                    e);
        }
    }

    /** What the file system knows the folder by, the same under every path and mount; its path where it says nothing. */
    Object identity() {
        try {
            return Objects.requireNonNullElse(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey(), path);
        } catch (IOException gone) {
            return path;
        }
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path clusterDraft() {
        return path.resolve("postgres.new");
    }

    Path passwordFile() {
        return path.resolve("postgres-password");
    }

    Path lockFile() {
        return path.resolve("postgres.lock");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path program() {
        return path.resolve("postgres-program");
    }

    /** The password that is there; its file is made private again should somebody have opened it to others. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new DatabaseUnavailableException(
                    "数据目录 " + path + " 中有数据库，但缺少口令文件 postgres-password；请从备份中恢复该文件。",
                    "There is a database in " + path + " but its password file postgres-password is missing; restore"
                            + " that file from a backup.",
                    null);
        }
        if (!Files.getPosixFilePermissions(passwordFile()).equals(PrivateFiles.OWNER_ONLY)) {
            Files.setPosixFilePermissions(passwordFile(), PrivateFiles.OWNER_ONLY);
        }
        return Files.readString(passwordFile()).strip();
    }

    /** A fresh random password in its file, complete or not there at all. */
    void drawPassword() throws IOException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path draft = path.resolve("postgres-password.new");
        PrivateFiles.write(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        Files.move(draft, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what a run that was killed left of its work. To be called while alone with the directory. */
    void sweep() throws IOException {
        for (String leftovers : List.of("*.out", "postgres/laborfund-*.mark")) {
            Path pattern = path.resolve(leftovers);
            Path folder = Objects.requireNonNull(pattern.getParent());
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(folder, String.valueOf(pattern.getFileName()))) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Puts a log that has grown large aside, in place of the one put aside before. */
    void turnLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG) {
            Files.move(log(), path.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
