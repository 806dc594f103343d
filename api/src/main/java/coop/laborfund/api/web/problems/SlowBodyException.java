package coop.laborfund.api.web.problems;

import java.io.Serial;
import java.net.SocketTimeoutException;

/** A request's content comes more slowly than anybody waits for. Tomcat answers 408 to this kind of exception. */
public final class SlowBodyException extends SocketTimeoutException {

    @Serial
    private static final long serialVersionUID = 1L;

    public SlowBodyException() {
        super("the request's content comes too slowly");
    }
}
