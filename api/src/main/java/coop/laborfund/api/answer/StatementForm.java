package coop.laborfund.api.answer;

import coop.laborfund.api.answer.StatementColumn.Kind;
import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The statements and books that may be asked for, by name, and what stands in their lines beside name and amount. */
public enum StatementForm {
    /** 资产负债表. */
    BALANCE_SHEET("balance-sheet", true),
    /** 盈余及盈余分配表. */
    INCOME("income", true),
    /** 成员权益变动表. */
    EQUITY(
            "equity",
            true,
            money("shares"),
            money("specialFunds"),
            money("capitalReserve"),
            money("surplusReserve"),
            money("undistributed")),
    /** 科目余额表; accounts are of level 1, and what they consist of is of level 2. */
    TRIAL("trial", true, text("account"), whole("level"), text("sub"), money("debit"), money("credit")),
    /** 银行存款余额调节表. */
    RECONCILIATION("reconciliation", false, text("ref"), day("date"), whole("position")),
    /** 银行存款日记账. */
    DAYBOOK(
            "daybook",
            false,
            day("date"),
            whole("position"),
            text("ref"),
            text("memo"),
            money("debit"),
            money("credit")),
    /** 明细账. */
    LEDGER(
            "ledger",
            false,
            day("date"),
            whole("position"),
            text("ref"),
            text("sub"),
            text("memo"),
            money("debit"),
            money("credit")),
    /** 总账. */
    GENERAL("general", true, text("account"), text("month"), money("debit"), money("credit")),
    /** 成员账户. */
    MEMBERS("members", false, money("industryFund"), money("own"), money("declared"), money("paid"), money("unpaid"));

    static final String LINE = "line";
    static final String NAME = "name";
    static final String AMOUNT = "amount";
    static final String PREVIOUS = "previous";

    private final String key;
    private final boolean previous;

    @SuppressWarnings("ImmutableEnumChecker") // A list that is copied.
    private final List<StatementColumn> details;

    StatementForm(String key, boolean previous, StatementColumn... details) {
        this.key = key;
        this.previous = previous;
        this.details = List.of(details);
    }

    private static StatementColumn money(String key) {
        return new StatementColumn(key, Kind.MONEY);
    }

    private static StatementColumn text(String key) {
        return new StatementColumn(key, Kind.TEXT);
    }

    private static StatementColumn day(String key) {
        return new StatementColumn(key, Kind.DAY);
    }

    private static StatementColumn whole(String key) {
        return new StatementColumn(key, Kind.WHOLE);
    }

    /** Its name in commands and addresses. */
    public String key() {
        return key;
    }

    public static Optional<StatementForm> named(String key) {
        return Arrays.stream(values()).filter(form -> form.key.equals(key)).findFirst();
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(form -> form.key).toList();
    }

    /** Its title. */
    public Words title() {
        return words("title");
    }

    /** What a line is called that has its name from the form. */
    Words lineName(Object line) {
        return words(String.valueOf(line));
    }

    /** What a column is called here. */
    public Words heading(StatementColumn column) {
        return switch (column.key()) {
            case AMOUNT, PREVIOUS -> words(column.key());
            case String other -> Words.of(Area.STATEMENTS, "column." + other);
        };
    }

    private Words words(String of) {
        return Words.of(Area.STATEMENTS, key + "." + of);
    }

    /** The columns of its table, in their order. */
    public List<StatementColumn> columns() {
        List<StatementColumn> columns = new ArrayList<>(List.of(whole(LINE), text(NAME)));
        columns.addAll(details);
        columns.add(money(AMOUNT));
        if (previous) {
            columns.add(money(PREVIOUS));
        }
        return columns;
    }
}
