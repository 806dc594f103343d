package coop.laborfund.api.proof;

import coop.laborfund.api.postgres.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The ledger's Ed25519 key: both halves in {@code signing-key.pem} (mode 600) of the data directory, the public one also in
 * {@code public-key.pem}, to be given away.
 */
public final class SigningKey {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PROBE = "laborfund";

    private final PrivateKey key;
    private final VerifyingKey verifying;

    SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    /**
     * The key of a data directory, made where there is none.
     *
     * @param signedBefore whether something was signed with the directory's key, so that it must not be made anew
     * @throws ProofException where it is damaged, missing or cannot be written
     */
    public static SigningKey in(Path dataDirectory, boolean signedBefore) {
        Path file = dataDirectory.resolve("signing-key.pem");
        Path published = dataDirectory.resolve("public-key.pem");
        try {
            if (!Files.exists(file)) {
                if (signedBefore || Files.exists(published)) {
                    throw new ProofException(
                            "这个账本签过名,但签名密钥 " + file + " 不见了。请从备份恢复该文件;换一把密钥,旧的签名就对不上了。",
                            "This ledger has signed before, but its signing key " + file
                                    + " is missing. Restore it from a backup; a new key would not fit the old signatures.");
                }
                PrivateFiles.createFolder(dataDirectory);
                place(dataDirectory, file, generate());
            }
            SigningKey key = read(file);
            publish(published, key.verifying());
            return key;
        } catch (IOException failed) {
            throw new ProofException(
                    "签名密钥 " + file + " 读写失败:" + failed.getMessage(),
                    "The signing key " + file + " cannot be read or written: " + failed,
                    failed);
        }
    }

    /** In its place complete or not at all; where another process was first, that one's stays. */
    private static void place(Path folder, Path file, SigningKey key) throws IOException {
        Path draft = folder.resolve("signing-key.new." + ProcessHandle.current().pid());
        PrivateFiles.write(draft, key.pem());
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Read below like any that was there before.
        } finally {
            Files.delete(draft);
        }
    }

    /**
     * The key in a file that may lie anywhere.
     *
     * @throws ProofException where there is none, or it is damaged
     */
    public static SigningKey ofFile(Path file) {
        try {
            return ofPem(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new ProofException(
                    "签名密钥 " + file + " 读不出来:" + unreadable.getMessage(),
                    "The signing key " + file + " cannot be read: " + unreadable,
                    unreadable);
        }
    }

    private static SigningKey read(Path file) throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(PrivateFiles.OWNER_ONLY)) {
            Files.setPosixFilePermissions(file, PrivateFiles.OWNER_ONLY);
        }
        return ofPem(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /**
     * The key in a text, both halves.
     *
     * @param file that the text is from, for the words about it
     * @throws ProofException where there is none, or it is damaged
     */
    public static SigningKey ofPem(Path file, String pem) {
        try {
            PrivateKey key = KeyFactory.getInstance(VerifyingKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(PRIVATE, pem)));
            SigningKey both = new SigningKey(key, VerifyingKey.ofPem(pem));
            if (!both.verifying.verifies(PROBE, both.sign(PROBE))) {
                throw new GeneralSecurityException("the halves do not belong together");
            }
            return both;
        } catch (GeneralSecurityException damaged) {
            throw new ProofException(
                    "签名密钥 " + file + " 已损坏。请从备份恢复该文件。",
                    "The signing key " + file + " is damaged. Restore it from a backup. (" + damaged.getMessage() + ")",
                    damaged);
        }
    }

    private static void publish(Path file, VerifyingKey key) throws IOException {
        if (!Files.exists(file)) {
            Path draft = file.resolveSibling(
                    "public-key.new." + ProcessHandle.current().pid());
            Files.writeString(draft, key.pem());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } else if (!Files.readString(file, StandardCharsets.ISO_8859_1).equals(key.pem())) {
            throw new ProofException(
                    "公钥文件 " + file + " 与签名密钥 signing-key.pem 不是一对。请从备份恢复这两个文件。",
                    "The public key " + file + " does not belong to signing-key.pem. Restore both from a backup.");
        }
    }

    /** Both halves, as they stand in {@code signing-key.pem}. Secret. */
    public String pem() {
        return Pem.write(PRIVATE, key.getEncoded()) + verifying.pem();
    }

    static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    /** This key's signature of a text's UTF-8 bytes. */
    public byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that signed before", impossible);
        }
    }
}
