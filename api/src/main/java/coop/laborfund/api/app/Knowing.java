package coop.laborfund.api.app;

import coop.laborfund.ledger.store.EventHistory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code knownAt} may be: a position, or an instant, which stands for the last position recorded by it. */
public final class Knowing {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Knowing() {}

    /** The position; empty where the text is neither. */
    public static Optional<Long> position(String text, EventHistory history) {
        if (POSITION.matcher(text).matches()) {
            return Optional.of(Long.valueOf(text));
        }
        try {
            return Optional.of(history.positionAt(withinTheCalendar(Instant.parse(text))));
        } catch (DateTimeParseException neither) {
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
