package coop.laborfund.api.postgres;

import java.io.IOException;

/** The port was free when it was chosen and is not any more. */
final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String log) {
        super(log);
    }
}
