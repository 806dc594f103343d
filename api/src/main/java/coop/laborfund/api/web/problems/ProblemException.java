package coop.laborfund.api.web.problems;

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

    public ProblemException(HttpStatus status, String code, String chinese, String english) {
        this(Problem.of(status, code, chinese, english));
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException fundNotOpen(String fund) {
        return new ProblemException(Problem.fundNotOpen(fund));
    }

    public static ProblemException badParameter(String name, String value, String example) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                name,
                value,
                "参数 " + name + " 的值“" + value + "”无效,例如 " + example + "。",
                "Parameter " + name + " is \"" + value + "\"; it should look like " + example + "."));
    }

    public static ProblemException tooLarge(long limit) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "TOO_LARGE",
                "内容超过 " + limit + " 字节。请分成几份,或用命令行导入。",
                "The content exceeds " + limit + " bytes. Send it in parts, or use the import command.");
    }
}
