package coop.laborfund.api.app;

import coop.laborfund.ledger.store.EventHistory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The state of the books that those asked for are compared with.
 *
 * @param asOf null where everything recorded counts
 * @param knownAt null where everything recorded was known
 */
public record ComparedWith(
        @Nullable LocalDate asOf, @Nullable Long knownAt) {

    /** A day, {@code @} and a knowing, or both. */
    private static final Pattern FORM = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})?(?:@(.+))?");

    /**
     * What {@code diff} may be, {@code D}, {@code @P} or {@code D@P}; what it leaves out is as in the books asked for.
     *
     * @return empty where the text is none of them
     */
    public static Optional<ComparedWith> of(
            String text, @Nullable LocalDate asOf, @Nullable Long knownAt, EventHistory history) {
        Matcher parts = FORM.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        String day = parts.group(1);
        String knowing = parts.group(2);
        try {
            LocalDate otherDay = day == null ? asOf : LocalDate.parse(day);
            return knowing == null
                    ? Optional.of(new ComparedWith(otherDay, knownAt))
                    : Knowing.position(knowing, history).map(position -> new ComparedWith(otherDay, position));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
