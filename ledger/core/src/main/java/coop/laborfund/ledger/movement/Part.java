package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Word;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One component of a command: the column, or the columns, that it is made of, and its reading.
 *
 * @param reading gives a stand-in where a cell is at fault; the reader has noted the fault by then
 */
record Part<V>(List<ColumnUse> columns, Function<RowReader, V> reading) {

    static <V> Part<V> of(ColumnUse column, Function<RowReader, V> reading) {
        return new Part<>(List.of(column), reading);
    }

    V read(RowReader row) {
        return reading.apply(row);
    }

    private ColumnUse only() {
        if (columns.size() != 1) {
            throw new IllegalStateException("a need is said of one column, not of " + columns);
        }
        return columns.getFirst();
    }

    /** Likewise, and an empty cell is well. */
    Part<Optional<V>> optional() {
        Column column = only().column();
        return Part.of(
                only().with(new Need.Optionally()),
                row -> row.isGiven(column) ? Optional.of(read(row)) : Optional.empty());
    }

    /** Likewise, with a value that stands for an empty cell and is no part of the content. */
    Part<V> orElse(Supplier<V> missing) {
        Column column = only().column();
        return Part.of(only().with(new Need.Optionally()), row -> row.isGiven(column) ? read(row) : missing.get());
    }

    /** Likewise, asked for only where the column, which is read before this one, has one of the words. */
    Part<Optional<V>> when(Column column, Word... words) {
        List<Word> asking = List.of(words);
        return Part.of(
                only().with(new Need.When(column, asking)),
                row -> row.says(column, asking) ? Optional.of(read(row)) : Optional.empty());
    }
}
