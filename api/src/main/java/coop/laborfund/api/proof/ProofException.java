package coop.laborfund.api.proof;

import java.io.Serial;

/** A key, a head or a pack that cannot be read or written; says so in Chinese and in English. */
public final class ProofException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ProofException(String chinese, String english) {
        super(chinese + "\n" + english);
    }

    ProofException(String chinese, String english, Exception cause) {
        super(chinese + "\n" + english, cause);
    }
}
