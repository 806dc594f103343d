package coop.laborfund.api.backup;

import coop.laborfund.api.words.Words;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A backup that cannot be made, or is not what was written, or may not go where it is to go; says which and where. */
public final class BackupException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BackupException(Words words) {
        this(words, null);
    }

    public BackupException(Words words, @Nullable Throwable cause) {
        super(words.lines(), cause);
    }
}
