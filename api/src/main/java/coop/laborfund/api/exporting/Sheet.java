package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table to export, the same figures in every format.
 *
 * @param name of the sheet in a workbook
 * @param rows a cell a column each
 */
record Sheet(String name, List<Column> columns, Iterable<List<Cell>> rows) {

    /**
     * A column.
     *
     * @param key its name in CSV
     * @param chinese its name in a workbook
     * @param width in a workbook, in characters
     */
    record Column(String key, String chinese, int width) {}

    /** What stands in a cell. */
    sealed interface Cell {

        /** Its text in CSV. */
        String text();
    }

    /** Words, which no program may take for a formula. */
    record Words(String words) implements Cell {
        @Override
        public String text() {
            return CsvText.harmless(words);
        }
    }

    /** A word of the ledger's: its code in CSV, for programs, and Chinese in a workbook, for people. */
    record Term(String code, String chinese) implements Cell {
        @Override
        public String text() {
            return code;
        }
    }

    /** Money, a number. */
    record Money(Fen amount) implements Cell {
        @Override
        public String text() {
            return amount.toString();
        }
    }

    /** A whole number. */
    record Whole(long number) implements Cell {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /** A day. */
    record Day(LocalDate date) implements Cell {
        @Override
        public String text() {
            return date.toString();
        }
    }

    static Cell words(@Nullable String words) {
        return new Words(Objects.toString(words, ""));
    }

    static Cell term(MovementType type) {
        return new Term(type.name(), type.chinese());
    }

    /** A movement's type as the answers bear it. */
    static Cell type(String code) {
        return term(MovementType.valueOf(code));
    }

    static Cell money(Fen amount) {
        return new Money(amount);
    }

    /** Money as the answers bear it. */
    static Cell money(String yuan) {
        return new Money(Fen.ofYuan(yuan));
    }

    static Cell whole(long number) {
        return new Whole(number);
    }

    static Cell day(LocalDate date) {
        return new Day(date);
    }

    static Cell empty() {
        return new Words("");
    }
}
