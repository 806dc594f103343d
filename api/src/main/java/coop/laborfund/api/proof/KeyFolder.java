package coop.laborfund.api.proof;

import coop.laborfund.api.postgres.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a data directory keeps its key: both halves in {@code signing-key.pem} (mode 600), the public one also in {@code
 * public-key.pem}, to be given away. What was replaced is kept in {@code replaced-keys}, for a database that is set back to before.
 */
final class KeyFolder {

    private final Path folder;
    private final Path file;
    private final Path next;
    private final Path published;
    private final Path replaced;

    KeyFolder(Path dataDirectory) {
        folder = dataDirectory;
        file = dataDirectory.resolve("signing-key.pem");
        next = dataDirectory.resolve("signing-key.next.pem");
        published = dataDirectory.resolve("public-key.pem");
        replaced = dataDirectory.resolve("replaced-keys");
    }

    Path file() {
        return file;
    }

    private interface Access<T> {
        T run() throws IOException;
    }

    private <T> T accessing(Access<T> access) {
        try {
            return access.run();
        } catch (IOException failed) {
            throw new ProofException(
                    "签名密钥 " + file + " 读写失败:" + failed.getMessage(),
                    "The signing key " + file + " cannot be read or written: " + failed,
                    failed);
        }
    }

    /**
     * The key that is here.
     *
     * @throws ProofException where it is damaged or the published half is another's
     */
    Optional<SigningKey> present() {
        return accessing(() -> {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            SigningKey key = read(file);
            publish(key.verifying());
            return Optional.of(key);
        });
    }

    /** Whether a key was here that is gone: its public half, or what was signed with it, is left. */
    boolean hasLostOne() {
        return !Files.exists(file) && (Files.exists(published) || Files.isDirectory(folder.resolve("seals")));
    }

    /** Whether there is no key here, and no trace of one. */
    boolean isBare() {
        return !Files.exists(file) && !hasLostOne();
    }

    /** The key of this folder, made where there is none; where another process is first, that one's. */
    SigningKey make() {
        return accessing(() -> {
            PrivateFiles.createFolder(folder);
            Optional<SigningKey> made = Optional.empty();
            // The one of another process may be withdrawn before it is read.
            while (made.isEmpty()) {
                place(SigningKey.generate());
                made = present();
            }
            return made.get();
        });
    }

    /** Puts a key beside the one that is here, to take its place once the ledger knows it. */
    void prepare(SigningKey key) {
        accessing(() -> {
            PrivateFiles.createFolder(folder);
            PrivateFiles.write(next, key.pem());
            return next;
        });
    }

    /** Puts the prepared key in the place of the one here, where it is this one; a process that was killed in between did not. */
    Optional<SigningKey> promote(String fingerprint) {
        return accessing(() -> {
            if (!Files.exists(next)) {
                return Optional.empty();
            }
            SigningKey key = read(next);
            if (!key.verifying().fingerprint().equals(fingerprint)) {
                return Optional.empty();
            }
            String old = Files.exists(file) ? read(file).verifying().fingerprint() : fingerprint;
            if (!old.equals(fingerprint)) {
                PrivateFiles.createFolder(replaced);
                Files.copy(
                        file,
                        replaced.resolve(old + ".pem"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            // The public half first: without it one that is another's would be in the way of the next reading.
            Files.deleteIfExists(published);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            publish(key.verifying());
            return Optional.of(key);
        });
    }

    /** Where a key is kept that was replaced here; empty where it is not. */
    Optional<Path> replaced(String fingerprint) {
        Path kept = replaced.resolve(fingerprint + ".pem");
        return Files.exists(kept) ? Optional.of(kept) : Optional.empty();
    }

    /** Takes away a key that was made here and that nothing was signed with. */
    void withdraw() {
        accessing(() -> {
            Files.deleteIfExists(published);
            return Files.deleteIfExists(file);
        });
    }

    /** In its place complete or not at all; where another process was first, that one's stays. */
    private void place(SigningKey key) throws IOException {
        Path draft = folder.resolve("signing-key.new." + UUID.randomUUID());
        PrivateFiles.write(draft, key.pem());
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Read like any that was there before.
        } finally {
            Files.delete(draft);
        }
    }

    private static SigningKey read(Path file) throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(PrivateFiles.OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, PrivateFiles.OWNER_ONLY);
        }
        return SigningKey.ofPem(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    private void publish(VerifyingKey key) throws IOException {
        if (!Files.exists(published)) {
            Path draft = published.resolveSibling("public-key.new." + UUID.randomUUID());
            Files.writeString(draft, key.pem());
            Files.move(draft, published, StandardCopyOption.ATOMIC_MOVE);
        } else if (!Files.readString(published, StandardCharsets.ISO_8859_1).equals(key.pem())) {
            throw new ProofException(
                    "公钥文件 " + published + " 与签名密钥 signing-key.pem 不是一对。请从备份恢复这两个文件。",
                    "The public key " + published + " does not belong to signing-key.pem. Restore both from a backup.");
        }
    }
}
