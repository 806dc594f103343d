package coop.laborfund.api.importing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A movements file that cannot be read as one: nothing of it was looked at further. Its message is Chinese, then English. */
public final class UnreadableFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String file, String chinese, String english, @Nullable Throwable cause) {
        super(file + ": " + chinese + "\n" + file + ": " + english, cause);
    }

    UnreadableFileException(String file, String chinese, String english) {
        this(file, chinese, english, null);
    }
}
