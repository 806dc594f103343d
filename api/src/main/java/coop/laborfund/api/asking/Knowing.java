package coop.laborfund.api.asking;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.ComparedWith;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a state of the books may be called: {@code knownAt}, and the day and knowing of {@code diff}. */
public final class Knowing {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    /** A day, {@code @} and a knowing, or both. */
    private static final Pattern COMPARED = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})?(?:@(.+))?");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final AskHistory history;

    public Knowing(AskHistory history) {
        this.history = history;
    }

    /** A position, or an instant, which stands for the last position recorded by it; empty where the text is neither. */
    public Optional<Long> position(Requester requester, String text) {
        if (POSITION.matcher(text).matches()) {
            return Optional.of(Long.valueOf(text));
        }
        try {
            return Optional.of(history.positionAt(requester, withinTheCalendar(Instant.parse(text))));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    /**
     * What {@code diff} may be, {@code D}, {@code @P} or {@code D@P}; what it leaves out is as in the books asked for.
     *
     * @param asOf the day of those, as is {@code knownAt}
     * @return empty where the text is none of them
     */
    public Optional<ComparedWith> comparedWith(
            Requester requester, String text, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        Matcher parts = COMPARED.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        String day = parts.group(1);
        String knowing = parts.group(2);
        try {
            LocalDate otherDay = day == null ? asOf : LocalDate.parse(day);
            return knowing == null
                    ? Optional.of(new ComparedWith(otherDay, knownAt))
                    : position(requester, knowing).map(position -> new ComparedWith(otherDay, position));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Java reads years that the database has not; nothing was recorded before the first nor will be after the last here. */
    private static Instant withinTheCalendar(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant;
    }
}
