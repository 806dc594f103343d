package coop.laborfund.api.postgres;

import org.jspecify.annotations.Nullable;

/** The database cannot be had, for a reason that the person at the keyboard can act on. Exit status 3. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    public DatabaseUnavailableException(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + "\n" + english, cause);
        this.chinese = chinese;
        this.english = english;
    }

    /** The reason in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** The reason in English. */
    public String english() {
        return english;
    }
}
