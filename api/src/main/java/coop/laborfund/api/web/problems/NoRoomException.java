package coop.laborfund.api.web.problems;

import java.io.Serial;

/**
 * There is no room for more of a request's content at this moment. Unchecked, as Tomcat takes a failure to read for the client's and
 * answers it by itself.
 */
public final class NoRoomException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NoRoomException() {
        super("there is no room for more of the request's content");
    }
}
