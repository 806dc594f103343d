package coop.laborfund.api.proof;

import java.io.Serial;

/** A key, a head or a pack that cannot be read or written; says so in Chinese and in English. */
public final class ProofException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    ProofException(String chinese, String english) {
        super(chinese + "\n" + english);
        this.chinese = chinese;
        this.english = english;
    }

    ProofException(String chinese, String english, Exception cause) {
        super(chinese + "\n" + english, cause);
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
