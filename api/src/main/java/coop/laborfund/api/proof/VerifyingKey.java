package coop.laborfund.api.proof;

import coop.laborfund.ledger.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of an Ed25519 key. */
public final class VerifyingKey {

    static final String ALGORITHM = "Ed25519";
    private static final String LABEL = "PUBLIC KEY";

    private final PublicKey key;

    VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /** @throws GeneralSecurityException where the text holds no Ed25519 public key */
    static VerifyingKey ofPem(String pem) throws GeneralSecurityException {
        return new VerifyingKey(
                KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Pem.read(LABEL, pem))));
    }

    /** @throws ProofException where the text holds no Ed25519 public key */
    public static VerifyingKey read(String pem) {
        try {
            return ofPem(pem);
        } catch (GeneralSecurityException noKey) {
            throw new ProofException("不是 Ed25519 公钥。", "This is no Ed25519 public key.", noKey);
        }
    }

    /** As PEM, which openssl reads. */
    public String pem() {
        return Pem.write(LABEL, key.getEncoded());
    }

    /** SHA-256 of the key's DER form, 64 small hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Sha256.of(key.getEncoded()));
    }

    /** Whether this key's owner signed the text. */
    public boolean verifies(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** @param base64 the signature; one that is no base64 is none */
    public boolean verifies(String text, String base64) {
        try {
            return verifies(text, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
