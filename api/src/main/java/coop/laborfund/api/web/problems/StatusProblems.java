package coop.laborfund.api.web.problems;

import coop.laborfund.api.words.LedgerWords;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.HistoryCutException;
import org.springframework.http.HttpStatus;

/** The problem of a mere status: what the server or Spring refuses before any code of ours has looked at it. */
public final class StatusProblems {

    private StatusProblems() {}

    public static Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            return of(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return of(known);
    }

    /** The database has no room left: the request is right, and so is sending it again once there is room. */
    public static Problem diskFull() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "DISK_FULL", Words.of("diskFull"));
    }

    /** Events at the end of the history are gone: nobody is answered by what may be another movement's figures. */
    public static Problem historyCut(HistoryCutException cut) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "HISTORY_CUT", LedgerWords.of(cut));
    }

    /** The clock cannot be right: what is recorded by it would bear a wrong instant for ever. */
    public static Problem clockUntrusted(ClockUntrustedException trouble) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "CLOCK_UNTRUSTED", LedgerWords.of(trouble));
    }

    /** More is being sent at this moment than there is room for. */
    public static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY", Words.of("busy"));
    }

    private static Problem of(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> Problem.of(status, "FORBIDDEN", Words.of("forbidden"));
            case NOT_FOUND -> Problem.of(status, "NOT_FOUND", Words.of("notFound"));
            case METHOD_NOT_ALLOWED -> Problem.of(status, "METHOD_NOT_ALLOWED", Words.of("methodNotAllowed"));
            case NOT_ACCEPTABLE -> Problem.of(status, "NOT_ACCEPTABLE", Words.of("notAcceptable"));
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "UNSUPPORTED_MEDIA_TYPE", Words.of("unsupportedMediaType"));
            case REQUEST_TIMEOUT -> Problem.of(status, "TOO_SLOW", Words.of("tooSlow"));
            case CONTENT_TOO_LARGE -> Problem.of(status, "TOO_LARGE", Words.of("contentTooLarge"));
            case SERVICE_UNAVAILABLE -> Problem.of(status, "UNAVAILABLE", Words.of("unavailable"));
            default -> other(status);
        };
    }

    private static Problem other(HttpStatus status) {
        return status.is4xxClientError()
                ? Problem.of(status, "BAD_REQUEST", Words.of("badRequest"))
                : Problem.of(status, "INTERNAL_ERROR", Words.of("internalError"));
    }
}
