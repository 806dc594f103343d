package coop.laborfund.api.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a fund's history.
 *
 * @param next give it as {@code after} for the next page; null on the last one
 */
public record EventsAnswer(
        List<EventAnswer> items, @Nullable Long next) {}
