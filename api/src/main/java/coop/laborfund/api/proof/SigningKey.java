package coop.laborfund.api.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Both halves of an Ed25519 key. */
public final class SigningKey {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PROBE = "laborfund";

    private final PrivateKey key;
    private final VerifyingKey verifying;

    SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    /** @throws GeneralSecurityException where the text does not hold two halves that belong together */
    static SigningKey ofPem(String pem) throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance(VerifyingKey.ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(PRIVATE, pem)));
        SigningKey both = new SigningKey(key, VerifyingKey.ofPem(pem));
        if (!both.verifying.verifies(PROBE, both.sign(PROBE))) {
            throw new GeneralSecurityException("the halves do not belong together");
        }
        return both;
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

    /**
     * The key in a text, both halves.
     *
     * @param file that the text is from, for the words about it
     * @throws ProofException where there is none, or it is damaged
     */
    public static SigningKey ofPem(Path file, String pem) {
        try {
            return ofPem(pem);
        } catch (GeneralSecurityException damaged) {
            throw KeyFaults.damaged(file, damaged);
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
