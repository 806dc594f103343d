package coop.laborfund.api.web;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal over HTTP: RFC 9457 with the contract's code, column and value, in Chinese and English. */
final class ProblemException extends ErrorResponseException {

    @Serial
    private static final long serialVersionUID = 1L;

    private ProblemException(
            HttpStatus status, String code, String column, String value, String chinese, String english) {
        super(status, problem(status, code, column, value, chinese, english), null);
    }

    private static ProblemDetail problem(
            HttpStatus status, String code, String column, String value, String chinese, String english) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, chinese);
        problem.setTitle(code);
        problem.setProperty("code", code);
        problem.setProperty("column", column);
        problem.setProperty("value", value);
        problem.setProperty("messageEn", english);
        return problem;
    }

    static ProblemException fundNotOpen(String fund) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "FUND_NOT_OPEN",
                "fund",
                fund,
                "基金“" + fund + "”尚未设立。",
                "Fund \"" + fund + "\" is not open.");
    }

    static ProblemException badParameter(String name, String value, String example) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                name,
                value,
                "参数 " + name + " 的值“" + value + "”无效,例如 " + example + "。",
                "Parameter " + name + " is \"" + value + "\"; it should look like " + example + ".");
    }
}
