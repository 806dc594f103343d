package coop.laborfund.api.web.problems;

import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.refusal.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, in the form of RFC 9457; every answer above 399 is one.
 *
 * @param type always {@code about:blank}: the code says more than a URI would
 * @param title the status in words
 * @param detail what is wrong and what to do, in Chinese
 * @param code a refusal's code, or the name of another mistake
 * @param column the column or parameter to look at, empty where there is none
 * @param value what stands in it, empty where nothing does
 * @param messageEn {@code detail} in English
 */
@Schema(description = "RFC 9457: detail in Chinese, messageEn in English")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String column,
        String value,
        String messageEn) {

    public static Problem of(HttpStatus status, String code, String column, String value, Words words) {
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                wellFormed(words.chinese()),
                code,
                column,
                wellFormed(value),
                wellFormed(words.english()));
    }

    /** A mistake that no column or parameter is to blame for. */
    public static Problem of(HttpStatus status, String code, Words words) {
        return of(status, code, "", "", words);
    }

    /**
     * A refused movement.
     *
     * @param value what stands in the column to look at
     */
    public static Problem refused(Rejection rejection, String value) {
        return of(
                statusOf(rejection.code()),
                rejection.code().name(),
                rejection.column().key(),
                value,
                new Words(RefusalMessages.chinese(rejection, value), RefusalMessages.english(rejection, value)));
    }

    public static Problem fundNotOpen(String fund) {
        return of(
                HttpStatus.NOT_FOUND,
                RefusalCode.FUND_NOT_OPEN.name(),
                Column.FUND.key(),
                fund,
                Words.of("fundNotOpen", fund));
    }

    private static HttpStatus statusOf(RefusalCode code) {
        return switch (code) {
            case FUND_NOT_OPEN -> HttpStatus.NOT_FOUND;
            case REF_REUSED -> HttpStatus.CONFLICT;
            default ->
                code.group() == RefusalCode.Group.FORM ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** Half a surrogate pair can be read from JSON and not be written in UTF-8. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
