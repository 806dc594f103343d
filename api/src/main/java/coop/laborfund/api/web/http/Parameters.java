package coop.laborfund.api.web.http;

import coop.laborfund.api.asking.Knowing;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.ComparedWith;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reading the parameters of requests. */
public final class Parameters {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final int LONGEST_ID = 40;
    private static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    private Parameters() {}

    /** A fund's id; what cannot be one is no fund's, and is not looked for. */
    public static String fund(String text) {
        boolean possible = text.codePointCount(0, text.length()) <= LONGEST_ID
                && text.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
        if (!possible) {
            throw ProblemException.fundNotOpen(text);
        }
        return text;
    }

    /** A position to begin or end at. */
    public static long position(String name, @Nullable String text, long otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!POSITION.matcher(text).matches()) {
            throw ProblemException.badParameter(name, text, "120");
        }
        return Long.parseLong(text);
    }

    public static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            // Java's own form also reads years that no calendar of a village, and no database, has.
            if (!DATE.matcher(text).matches()) {
                throw new DateTimeException(text);
            }
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw ProblemException.badParameter(name, text, "YYYY-MM-DD");
        }
    }

    public static @Nullable Long knownAt(@Nullable String text, Requester requester, Knowing knowing) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return knowing.position(requester, text)
                .orElseThrow(() -> ProblemException.badParameter("knownAt", text, "120, 2024-06-30T12:00:00Z"));
    }

    /** What the books that {@code asOf} and {@code knownAt} ask for are compared with. */
    public static ComparedWith comparedWith(
            String text, @Nullable LocalDate asOf, @Nullable Long knownAt, Requester requester, Knowing knowing) {
        return knowing.comparedWith(requester, text, asOf, knownAt)
                .orElseThrow(() -> ProblemException.badParameter("diff", text, "2023-12-31, @120, 2023-12-31@120"));
    }

    /** How many items a page may have. */
    public static int limit(@Nullable String text) {
        long limit = position("limit", text, USUAL_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw ProblemException.badParameter("limit", String.valueOf(limit), "1 … " + LARGEST_PAGE);
        }
        return Math.toIntExact(limit);
    }

    public static int year(String name, @Nullable String text) {
        if (text == null || !text.matches("[0-9]{4}")) {
            throw ProblemException.badParameter(name, text == null ? "" : text, "YYYY");
        }
        return Integer.parseInt(text);
    }
}
