package coop.laborfund.ledger.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, the only hash there is here. */
public final class Sha256 {

    /** Finding one costs as much as the hash of a short text. */
    private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Sha256::start);

    private Sha256() {}

    /** The 32 bytes of a text's hash. */
    public static byte[] of(byte[] bytes) {
        return OWN.get().digest(bytes);
    }

    /** One of one's own, for what comes in pieces. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
