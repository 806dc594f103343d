package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.ledger.text.CellText;
import coop.laborfund.ledger.text.DateText;
import coop.laborfund.ledger.text.MoneyText;
import coop.laborfund.ledger.text.RateText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the cells of one row as the values that a type asks for. What is wrong with a cell is noted and a stand-in returned, so
 * that the whole row is looked at and the first fault in the contract's order can be reported. What is read is also the
 * row's content: a column that the type does not ask for is not part of it.
 */
final class RowReader {

    private static final Pattern VILLAGE = Pattern.compile("[0-9]{12}");
    private static final Pattern SIZE = Pattern.compile("0*([1-9]|[12][0-9]|30)");
    private static final Pattern SEPARATOR = Pattern.compile("[;；]");

    /** Before a balance, narrow or wide. */
    private static final String MINUS = "-－";

    private static final BigDecimal LARGEST_YUAN = new BigDecimal("1000000000000");

    /** Of one person's income: many persons' are summed. */
    private static final BigDecimal LARGEST_INCOME = new BigDecimal("1000000000");

    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private static final Comparator<Rejection> PRECEDENCE =
            Comparator.comparing(Rejection::code).thenComparing(Rejection::column);

    private final Map<Column, String> cells;
    private final Map<Column, CellRemark> remarks;
    private final BigDecimal largest;
    private final boolean ofBank;
    private final EnumMap<Column, String> content = new EnumMap<>(Column.class);
    private final List<Rejection> faults = new ArrayList<>();

    /**
     * @param remarks what a file says of the cells beside their texts, of empty ones too
     * @param kind what the type of the row touches
     */
    RowReader(Map<Column, String> cells, Map<Column, CellRemark> remarks, MovementType.Kind kind) {
        this.cells = cells;
        this.remarks = remarks;
        this.largest = kind == MovementType.Kind.LABOR ? LARGEST_INCOME : LARGEST_YUAN;
        this.ofBank = kind == MovementType.Kind.STATEMENT;
        remarks.forEach((column, remark) -> {
            if (remark.kind().isOfRow()) {
                fault(RefusalCode.BAD_CELL, column, remark.details());
            }
        });
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

    /** Whether anything stands there, be it what was meant or not. */
    boolean isGiven(Column column) {
        return cells.containsKey(column) || isDoubtful(column);
    }

    private boolean isDoubtful(Column column) {
        CellRemark remark = remarks.get(column);
        return remark != null && remark.kind().isDoubtful();
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
        boolean everyone = Need.EVERYONE.equals(cells.get(Column.PARTY)) && !isDoubtful(Column.PARTY);
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
        return isGiven(column) ? read(column, this::checkedText).orElse("") : "";
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
        if (!IdForm.isOfLength(cell)) {
            return bad(RefusalCode.BAD_CODE, column, Map.of("reason", "id"));
        }
        OptionalInt forbidden = IdForm.forbidden(cell);
        if (forbidden.isPresent()) {
            return bad(RefusalCode.BAD_CODE, column, ForbiddenCharacter.details(forbidden.getAsInt()));
        }
        return !isOthersNumber(column) && IdForm.looksPersonal(cell)
                ? bad(RefusalCode.BAD_CODE, column, Map.of("reason", "personal"))
                : Optional.of(cell);
    }

    /** What was settled when that was recorded which is named; or the bank's to choose. */
    private boolean isOthersNumber(Column column) {
        return column == Column.REVERSES || column == Column.LINE || (column == Column.REF && ofBank);
    }

    /** A set of ids, in their order. */
    List<String> ids(Column column) {
        return needed(column, List.of(), this::checkedIds, ids -> String.join(";", ids));
    }

    private Optional<List<String>> checkedIds(Column column, String cell) {
        SortedSet<String> ids = new TreeSet<>(Ids.ORDER);
        for (String part : SEPARATOR.split(cell, -1)) {
            String id = CellText.trim(part);
            if (id.isEmpty()) {
                continue;
            }
            Optional<String> checked = checkedId(column, id);
            if (checked.isEmpty()) {
                return Optional.empty();
            }
            ids.add(id);
        }
        return ids.isEmpty()
                ? bad(RefusalCode.BAD_CODE, column, Map.of("reason", "id"))
                : Optional.of(List.copyOf(ids));
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
                (column, cell) -> SIZE.matcher(CellText.narrow(cell)).matches()
                        ? Optional.of(Integer.valueOf(CellText.narrow(cell)))
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

    /** Likewise of a column that the type had not from the first: the missing word is no part of the content, as before. */
    <W extends Enum<W> & Word> W lateWordOr(Column column, W missing) {
        W said = isGiven(column) ? word(column, missing.getDeclaringClass()) : missing;
        if (said == missing) {
            content.remove(column);
        }
        return said;
    }

    Fen amount() {
        return needed(Column.AMOUNT, Fen.ZERO, this::checkedAmount, Fen::toString);
    }

    private Optional<Fen> checkedAmount(Column column, String cell) {
        Optional<BigDecimal> written = MoneyText.yuan(cell);
        if (written.isEmpty()) {
            // Of cells that can be trusted nothing else is remarked.
            boolean computed = remarks.containsKey(column);
            return bad(RefusalCode.BAD_AMOUNT, column, Map.of("reason", MoneyText.whyNone(cell, computed)));
        }
        BigDecimal yuan = written.get();
        if (yuan.signum() == 0) {
            return bad(RefusalCode.AMOUNT_NOT_POSITIVE, column, Map.of());
        }
        return yuan.compareTo(largest) > 0
                ? bad(
                        RefusalCode.AMOUNT_TOO_LARGE,
                        column,
                        Map.of("limit", String.format(Locale.ROOT, "%,.2f", largest)))
                : Optional.of(Fen.ofYuan(yuan));
    }

    Fen balance() {
        return needed(Column.BALANCE, Fen.ZERO, this::checkedBalance, Fen::toString);
    }

    private Optional<Fen> checkedBalance(Column column, String cell) {
        boolean negative = !cell.isEmpty() && MINUS.indexOf(cell.charAt(0)) >= 0;
        String unsigned = negative ? cell.substring(1) : cell;
        Optional<BigDecimal> yuan = MoneyText.yuan(unsigned);
        if (yuan.isEmpty()) {
            return bad(RefusalCode.BAD_AMOUNT, column, Map.of("reason", MoneyText.whyNone(unsigned, false)));
        }
        return yuan.get().compareTo(largest) > 0
                ? bad(
                        RefusalCode.AMOUNT_TOO_LARGE,
                        column,
                        Map.of("limit", String.format(Locale.ROOT, "%,.2f", largest)))
                : Optional.of(Fen.ofYuan(negative ? yuan.get().negate() : yuan.get()));
    }

    Rate rate() {
        return needed(
                Column.RATE,
                new Rate(0),
                (column, cell) -> orBad(RateText.rate(cell), RefusalCode.BAD_AMOUNT, column, "rate"),
                Rate::toString);
    }

    LocalDate date(Column column) {
        return needed(
                column,
                NO_DATE,
                (at, cell) -> {
                    Optional<LocalDate> day = DateText.day(cell);
                    return day.isPresent()
                            ? day
                            : bad(RefusalCode.BAD_DATE, at, Map.of("reason", DateText.whyNoDay(cell)));
                },
                LocalDate::toString);
    }

    YearMonth month() {
        return needed(
                Column.MONTH,
                YearMonth.from(NO_DATE),
                (column, cell) -> orBad(DateText.month(cell), RefusalCode.BAD_DATE, column, "month"),
                YearMonth::toString);
    }

    int year() {
        return needed(
                Column.YEAR,
                0,
                (column, cell) -> orBad(DateText.year(cell), RefusalCode.BAD_DATE, column, "year"),
                String::valueOf);
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

    private <V> V needed(Column column, V standIn, CellParser<V> parser, Function<V, String> canonical) {
        if (!isGiven(column)) {
            fault(RefusalCode.MISSING_FIELD, column, Map.of());
            return standIn;
        }
        Optional<V> value = read(column, parser);
        value.ifPresent(known -> content.put(column, canonical.apply(known)));
        return value.orElse(standIn);
    }

    /** What stands in a cell that can be trusted. */
    private <V> Optional<V> read(Column column, CellParser<V> parser) {
        CellRemark remark = remarks.get(column);
        return remark != null && remark.kind().isDoubtful()
                ? bad(RefusalCode.BAD_CELL, column, remark.details())
                : parser.parse(column, cell(column));
    }

    private <V> Optional<V> orBad(Optional<V> value, RefusalCode code, Column column, String reason) {
        return value.isPresent() ? value : bad(code, column, Map.of("reason", reason));
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
