package coop.laborfund.api.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a fund's history, event by event with what each did to the books.
 *
 * @param next give it as {@code after} for the next page; null on the last one
 */
public record HistoryAnswer(
        List<HistoryStep> items, @Nullable Long next) {}
