package coop.laborfund.api.web.problems;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.door.LedgerException;
import coop.laborfund.projections.store.ReadTablesException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Makes a problem of everything that ends a request early. */
@ControllerAdvice
final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    void ofOurs(ProblemException refused, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, refused.problem());
    }

    @ExceptionHandler
    void ofParameter(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
        ofOurs(
                ProblemException.badParameter(
                        mismatch.getName(),
                        String.valueOf(mismatch.getValue()),
                        mismatch.getRequiredType() == boolean.class ? "true" : "1"),
                response);
    }

    /** A body that breaks off or is no multipart body at all; too large a one is an {@link ErrorResponse}. */
    @ExceptionHandler
    void ofMultipart(MultipartException broken, HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                response,
                broken instanceof ErrorResponse known
                        ? StatusProblems.of(known.getStatusCode().value())
                        : ofContent(broken));
    }

    @ExceptionHandler
    void ofAnythingElse(Exception failed, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // Half a file is on its way. Only a connection that breaks off tells that it is not the whole.
            LOG.warn("{} {} broke off: {}", request.getMethod(), request.getRequestURI(), failed.toString());
            throw failed;
        }
        if (failed instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            ProblemWriter.write(
                    response, StatusProblems.of(known.getStatusCode().value()));
        } else if (failed instanceof InvalidParameterException) {
            ProblemWriter.write(response, StatusProblems.of(HttpStatus.BAD_REQUEST.value()));
        } else if (failed instanceof HistoryCutException cut) {
            LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), cut.getMessage());
            ProblemWriter.write(response, StatusProblems.historyCut(cut));
        } else if (failed instanceof ClockUntrustedException trouble) {
            LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), trouble.getMessage());
            ProblemWriter.write(response, StatusProblems.clockUntrusted(trouble));
        } else if (failed instanceof NoRoomException) {
            ProblemWriter.write(response, StatusProblems.busy());
        } else if (isPassing(failed)) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failed.toString());
            ProblemWriter.write(
                    response,
                    isDiskFull(failed)
                            ? StatusProblems.diskFull()
                            : StatusProblems.of(HttpStatus.SERVICE_UNAVAILABLE.value()));
        } else if (isNoFilesName(failed)) {
            ProblemWriter.write(response, StatusProblems.of(HttpStatus.NOT_FOUND.value()));
        } else if (isFromTheClient(failed)) {
            ProblemWriter.write(response, ofContent(failed));
        } else {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failed);
            ProblemWriter.write(response, StatusProblems.of(HttpStatus.INTERNAL_SERVER_ERROR.value()));
        }
    }

    /** What may be gone when the same is asked again. */
    private static boolean isPassing(Throwable failed) {
        return causes(failed)
                .anyMatch(cause -> cause instanceof LedgerException || cause instanceof ReadTablesException);
    }

    private static boolean isDiskFull(Throwable failed) {
        return causes(failed)
                .anyMatch(cause -> cause instanceof DatabaseFailedException database
                        && database.reason() == DatabaseFailedException.Reason.DISK_FULL);
    }

    /** A path that no static resource can bear: too long, or with what the file system does not take. */
    private static boolean isNoFilesName(Throwable failed) {
        return causes(failed)
                .anyMatch(cause -> cause instanceof FileSystemException || cause instanceof InvalidPathException);
    }

    /** Its connection broke, or what it sent did. */
    private static boolean isFromTheClient(Throwable failed) {
        return failed instanceof IOException;
    }

    private static Problem ofContent(Throwable failed) {
        if (causes(failed).anyMatch(NoRoomException.class::isInstance)) {
            return StatusProblems.busy();
        }
        boolean isSlow = causes(failed).anyMatch(SlowBodyException.class::isInstance);
        return StatusProblems.of((isSlow ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST).value());
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
