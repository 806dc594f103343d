package coop.laborfund.api.proof;

import java.nio.charset.StandardCharsets;
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

    /** Both halves; for a file that only its owner reads. */
    String pem() {
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

    byte[] sign(String text) {
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
