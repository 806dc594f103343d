package coop.laborfund.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement or a book, money as strings of yuan.
 *
 * @param statement its name, one of {@link StatementForm}'s
 * @param asOf the last day
 * @param position the last position that was taken into account
 * @param from the first day of a book or a turnover; left out where there is none
 * @param lines with the numbers and names of the official form, or numbered from 1
 * @param reconciliation what the bank and the books have; of a reconciliation alone
 * @param notes what has to be said about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementAnswer(
        String statement,
        String fund,
        String asOf,
        long position,
        @Nullable String from,
        List<Line> lines,
        @Nullable Reconciled reconciliation,
        List<Note> notes) {

    /**
     * A line.
     *
     * @param nameEn left out where the name is an id or an account's
     * @param amount of the day, or of the year up to it; a debit balance in books is positive
     * @param previous at the year's beginning, or of the year before; in books what stood before
     * @param columns what else the form has, by column; left out where it has nothing more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int line,
            String name,
            @Nullable String nameEn,
            String amount,
            @Nullable String previous,
            @Nullable Map<String, String> columns) {

        private String cell(String column) {
            return switch (column) {
                case StatementForm.LINE -> String.valueOf(line);
                case StatementForm.NAME -> name;
                case StatementForm.AMOUNT -> amount;
                case StatementForm.PREVIOUS -> Objects.toString(previous, "");
                case String other -> columns == null ? "" : columns.getOrDefault(other, "");
            };
        }
    }

    /** Something that has to be said. */
    public record Note(String zh, String en) {}

    /**
     * The two sides of a reconciliation, and what only one of them has.
     *
     * @param difference by how much the bank's side is larger; notes name what it consists of
     */
    public record Reconciled(
            String book,
            String bank,
            List<Open> booksIn,
            List<Open> booksOut,
            List<Open> bankIn,
            List<Open> bankOut,
            String adjustedBook,
            String adjustedBank,
            String difference) {}

    /** A movement that the bank has not, or a bank line that the books have not. */
    public record Open(String ref, String date, String amount, long position) {

        private Map<String, String> columns() {
            return Map.of("ref", ref, "date", date, "position", String.valueOf(position));
        }
    }

    /** Which form it is. */
    public StatementForm form() {
        return StatementForm.named(statement).orElseThrow();
    }

    /** As a table, a text a column of the form; below a reconciliation's sums what they consist of. */
    public List<List<String>> table() {
        List<String> columns =
                form().columns().stream().map(StatementColumn::key).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(columns.stream().map(line::cell).toList());
            for (Open open : items(line.line)) {
                Line item = new Line(line.line, "", null, open.amount, null, open.columns());
                rows.add(columns.stream().map(item::cell).toList());
            }
        }
        return rows;
    }

    private List<Open> items(int line) {
        return reconciliation == null ? List.of() : ReconciliationLine.items(line, reconciliation);
    }
}
