package coop.laborfund.api.importing;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** What does not fit into memory could not be put aside or read back, which is no fault of the movements file. */
public final class TemporaryFileException extends UncheckedIOException {

    @Serial
    private static final long serialVersionUID = 1L;

    TemporaryFileException(String file, IOException cause) {
        super("the temporary file of " + file, cause);
    }
}
