package coop.laborfund.api.web.problems;

import coop.laborfund.api.words.Words;
import java.io.Serial;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.messageEn());
        this.problem = problem;
    }

    public ProblemException(HttpStatus status, String code, Words words) {
        this(Problem.of(status, code, words));
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException fundNotOpen(String fund) {
        return new ProblemException(Problem.fundNotOpen(fund));
    }

    public static ProblemException badParameter(String name, String value, String example) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST, "BAD_PARAMETER", name, value, Words.of("badParameter", name, value, example)));
    }

    public static ProblemException tooLarge(long limit) {
        return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", Words.of("tooLarge", limit));
    }
}
