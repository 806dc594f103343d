package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the cells of one row as the values that a type asks for. What is wrong with a cell is noted and a stand-in returned, so
 * that the whole row is looked at and the first fault in the contract's order can be reported. What is read is also the
 * row's content: a column that the type does not ask for is not part of it.
 */
final class RowReader {

    private static final Pattern MONEY = Pattern.compile("([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]{1,2})?");
    private static final Pattern PERCENT = Pattern.compile("[0-9]+(\\.[0-9]{1,4})?");
    // No calendar has a year 0000.
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("(?!0000)[0-9]{4}");
    private static final Pattern VILLAGE = Pattern.compile("[0-9]{12}");
    private static final Pattern SIZE = Pattern.compile("0?[1-9]|[12][0-9]|30");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST_YUAN = new BigDecimal("1000000000000");
    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private static final Comparator<Rejection> PRECEDENCE =
            Comparator.comparing(Rejection::code).thenComparing(Rejection::column);

    private final Map<Column, String> cells;
    private final EnumMap<Column, String> content = new EnumMap<>(Column.class);
    private final List<Rejection> faults = new ArrayList<>();

    RowReader(Map<Column, String> cells) {
        this.cells = cells;
    }

    /** The first fault in the contract's order; of one code, that of the leftmost column. */
    Optional<Rejection> firstFault() {
        return faults.isEmpty() ? Optional.empty() : faults.stream().min(PRECEDENCE);
    }

    /** What makes two rows the same movement: the columns that were read, by value. */
    EnumMap<Column, String> content() {
        return content;
    }

    void fault(RefusalCode code, Column column, Map<String, String> details) {
        faults.add(new Rejection(code, column, details));
    }

    boolean isGiven(Column column) {
        return cells.containsKey(column);
    }

    /** Whether a column was asked for, well formed, and one of these words. */
    boolean says(Column column, List<Word> words) {
        String said = content.get(column);
        for (Word word : words) {
            if (word.name().equals(said)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the row is for every household ({@code *}) instead of one. */
    boolean isEveryone() {
        boolean everyone = Need.EVERYONE.equals(cells.get(Column.PARTY));
        if (everyone) {
            content.put(Column.PARTY, Need.EVERYONE);
        }
        return everyone;
    }

    /** The columns that every row has. The memo is kept, and part of the content only where a type asks for it. */
    Voucher voucher() {
        return new Voucher(id(Column.FUND), id(Column.REF), date(Column.DATE), plainText(Column.MEMO));
    }

    String text(Column column) {
        return needed(column, "", this::checkedText, Function.identity());
    }

    /** Free text that is no part of the content. */
    String plainText(Column column) {
        return isGiven(column) ? checkedText(column, cell(column)).orElse("") : "";
    }

    private Optional<String> checkedText(Column column, String cell) {
        for (int i = 0; i < cell.length(); i += Character.charCount(cell.codePointAt(i))) {
            int point = cell.codePointAt(i);
            if (Character.getType(point) == Character.SURROGATE
                    || (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t')) {
                return bad(RefusalCode.BAD_CODE, column, Map.of("reason", "control"));
            }
        }
        return Optional.of(cell);
    }

    String id(Column column) {
        return needed(column, "", this::checkedId, Function.identity());
    }

    private Optional<String> checkedId(Column column, String cell) {
        if (!IdForm.isWellFormed(cell)) {
            return bad(RefusalCode.BAD_CODE, column, Map.of("reason", "id"));
        }
        return IdForm.looksPersonal(cell)
                ? bad(RefusalCode.BAD_CODE, column, Map.of("reason", "personal"))
                : Optional.of(cell);
    }

    String village() {
        return needed(
                Column.PARTY,
                "",
                (column, cell) -> VILLAGE.matcher(cell).matches()
                        ? Optional.of(cell)
                        : bad(RefusalCode.BAD_CODE, column, Map.of("reason", "village")),
                Function.identity());
    }

    int size() {
        return needed(
                Column.SIZE,
                0,
                (column, cell) -> SIZE.matcher(cell).matches()
                        ? Optional.of(Integer.valueOf(cell))
                        : bad(RefusalCode.BAD_CODE, column, Map.of("reason", "size")),
                String::valueOf);
    }

    <W extends Enum<W> & Word> W word(Column column, Class<W> vocabulary) {
        return needed(
                column,
                vocabulary.getEnumConstants()[0],
                (at, cell) -> {
                    Optional<W> found = Words.find(vocabulary, cell);
                    return found.isPresent()
                            ? found
                            : bad(RefusalCode.BAD_CODE, at, Map.of("reason", "word", "words", Words.list(vocabulary)));
                },
                Enum::name);
    }

    /** A word that may be missing; the content has the one that stands for an empty cell. */
    <W extends Enum<W> & Word> W wordOr(Column column, W missing) {
        if (isGiven(column)) {
            return word(column, missing.getDeclaringClass());
        }
        content.put(column, missing.name());
        return missing;
    }

    Fen amount() {
        return needed(Column.AMOUNT, Fen.ZERO, this::checkedAmount, Fen::toString);
    }

    private Optional<Fen> checkedAmount(Column column, String cell) {
        if (!MONEY.matcher(cell).matches()) {
            return bad(RefusalCode.BAD_AMOUNT, column, Map.of("reason", "money"));
        }
        BigDecimal yuan = new BigDecimal(cell.replace(",", ""));
        if (yuan.signum() == 0) {
            return bad(RefusalCode.AMOUNT_NOT_POSITIVE, column, Map.of());
        }
        return yuan.compareTo(LARGEST_YUAN) > 0
                ? bad(RefusalCode.AMOUNT_TOO_LARGE, column, Map.of())
                : Optional.of(Fen.ofYuan(yuan));
    }

    Rate rate() {
        return needed(
                Column.RATE,
                new Rate(0),
                (column, cell) -> PERCENT.matcher(cell).matches() && new BigDecimal(cell).compareTo(HUNDRED) <= 0
                        ? Optional.of(Rate.ofPercent(cell))
                        : bad(RefusalCode.BAD_AMOUNT, column, Map.of("reason", "rate")),
                Rate::toString);
    }

    LocalDate date(Column column) {
        return needed(column, NO_DATE, parsed(DATE, RowReader::day, "date"), LocalDate::toString);
    }

    /** Of a text that has the form already: Java's own reader, which knows all forms, costs as much as the rest of a row. */
    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    YearMonth month() {
        return needed(
                Column.MONTH, YearMonth.from(NO_DATE), parsed(MONTH, YearMonth::parse, "month"), YearMonth::toString);
    }

    int year() {
        return needed(Column.YEAR, 0, parsed(YEAR, Integer::valueOf, "year"), String::valueOf);
    }

    SortedMap<String, String> policy() {
        PolicyText none = new PolicyText(new TreeMap<>(), Optional.empty());
        return needed(
                        Column.POLICY,
                        none,
                        (column, cell) -> {
                            PolicyText policy = PolicyText.read(cell);
                            return policy.fault().isEmpty()
                                    ? Optional.of(policy)
                                    : bad(
                                            RefusalCode.BAD_POLICY,
                                            column,
                                            Map.of("part", policy.fault().get()));
                        },
                        PolicyText::canonical)
                .values();
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    private <V> CellParser<V> parsed(Pattern form, Function<String, V> parse, String what) {
        return (column, cell) -> {
            try {
                if (form.matcher(cell).matches()) {
                    return Optional.of(parse.apply(cell));
                }
            } catch (DateTimeException noSuchDay) {
                // Said below: 2021-02-30 has the right form and is as wrong as one that has not.
            }
            return bad(RefusalCode.BAD_DATE, column, Map.of("reason", what));
        };
    }

    private <V> V needed(Column column, V standIn, CellParser<V> parser, Function<V, String> canonical) {
        if (!isGiven(column)) {
            fault(RefusalCode.MISSING_FIELD, column, Map.of());
            return standIn;
        }
        Optional<V> value = parser.parse(column, cell(column));
        value.ifPresent(known -> content.put(column, canonical.apply(known)));
        return value.orElse(standIn);
    }

    private <V> Optional<V> bad(RefusalCode code, Column column, Map<String, String> details) {
        fault(code, column, details);
        return Optional.empty();
    }

    /** Reads a cell, or notes its fault and returns nothing. */
    private interface CellParser<V> {
        Optional<V> parse(Column column, String cell);
    }
}
