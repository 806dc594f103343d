package coop.laborfund.api.web.server;

import java.io.Serial;
import java.net.BindException;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** The server cannot listen at its address: the port is taken, or not allowed. */
public final class CannotListenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CannotListenException(Throwable cause) {
        super("cannot listen", cause);
    }

    /** Whether that is what a failed start means. */
    static boolean isMeantBy(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof BindException || cause instanceof PortInUseException);
    }
}
