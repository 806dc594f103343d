package coop.laborfund.ledger.movement;

import java.util.Locale;
import java.util.Map;

/**
 * What a file says of a cell beside its text.
 *
 * @param detail what its sentence names: a range of cells, an error value, the cells too many
 */
public record CellRemark(Kind kind, String detail) {

    /** What it is. All but {@link #COMPUTED} mean that the cell cannot be trusted to be what was meant. */
    public enum Kind {
        /** It lies within merged cells: whether its value is meant for one row or for all of them nobody can tell. */
        MERGED(true),
        /** A formula that came to nothing: {@code #N/A}. */
        ERROR(true),
        /** A date where an id should be: a spreadsheet makes one of {@code 1-3}. */
        DATE(true),
        /** A formula that has never been computed. */
        FORMULA(true),
        /** A number where a month should be, which a spreadsheet has taken a zero from: {@code 2025.1}, of January or October. */
        MONTH(true),
        /** Its row has more cells than the header, so that any of them may be another column's. */
        LONGER(true),
        /** Its row has a value in a column without a name. */
        UNNAMED(true),
        /** A formula made it. It is what it is, but a wrong form has then another cause. */
        COMPUTED(false);

        private final boolean doubtful;

        Kind(boolean doubtful) {
            this.doubtful = doubtful;
        }

        public boolean isDoubtful() {
            return doubtful;
        }

        /** Whether it makes the whole row doubtful, whatever columns its type uses. */
        public boolean isOfRow() {
            return this == LONGER || this == UNNAMED;
        }
    }

    /** What a refusal for it is explained with. */
    Map<String, String> details() {
        return Map.of("reason", kind.name().toLowerCase(Locale.ROOT), "detail", detail);
    }
}
