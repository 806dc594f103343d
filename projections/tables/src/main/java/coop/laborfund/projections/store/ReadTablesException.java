package coop.laborfund.projections.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The read tables are not in order, or not in time: the history is well, and its answers come once somebody saw to them. */
public abstract sealed class ReadTablesException extends RuntimeException
        permits ReadModelsBehindException, TablesAheadException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    ReadTablesException(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + " " + english, cause);
        this.chinese = chinese;
        this.english = english;
    }

    /** What is wrong and what to do. */
    public String chinese() {
        return chinese;
    }

    /** The same in English. */
    public String english() {
        return english;
    }
}
