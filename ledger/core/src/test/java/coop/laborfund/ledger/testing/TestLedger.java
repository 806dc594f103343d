package coop.laborfund.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.refusal.Rejection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger in memory that takes rows of the movements file as text (see {@link Row}). A row without a fund is {@code F1}'s, one
 * without a ref gets the next of {@code v1}, {@code v2}, …, one without a date has that of the row before. Everything in it is
 * invented.
 */
public final class TestLedger {

    /** The village of every fund here. */
    public static final String VILLAGE = "320000000001";

    private static final String OPENING = "2020-01-01 OPEN_FUND name=示例村劳务合作基金 party=" + VILLAGE;

    private final Map<String, FundState> states = new HashMap<>();
    private final Map<String, RecordedMovements> recorded = new HashMap<>();
    private final LocalDate today = LocalDate.of(2025, 12, 31);
    private String lastDate = "2020-01-01";
    private int rows;

    /** A movement that was accepted. */
    public record Recorded(FundEvent event) {

        public Voucher voucher() {
            return event.voucher();
        }

        /** The posting date, then the lines: {@code 借 102 5000.00}, {@code 贷 301:H1 5000.00}. */
        public List<String> entry() {
            Entry entry = Postings.of(event);
            List<String> text = new ArrayList<>(List.of(entry.date().toString()));
            entry.lines().forEach(line -> text.add(written(line)));
            return text;
        }

        private static String written(Line line) {
            String code = ChartOfAccounts.code(line.account());
            return "%s %s%s %s"
                    .formatted(
                            line.amount().isPositive() ? "借" : "贷",
                            code,
                            line.sub().isEmpty() ? "" : ":" + line.sub(),
                            line.amount().max(line.amount().negate()));
        }
    }

    public static TestLedger empty() {
        return new TestLedger();
    }

    /** Fund F1 opened on 2020-01-01 with households H1 to H3, companies C1 and C2, and W1 of H1 and W2 of H2; no money. */
    public static TestLedger open() {
        return openedWith(OPENING);
    }

    /** Likewise, with policy values of its own. */
    public static TestLedger openWith(String policy) {
        return openedWith(OPENING + " policy=" + policy);
    }

    /** Likewise, with H1 holding 30,000 in shares, H2 20,000 and H3 10,000 since 2020-01-01. */
    public static TestLedger funded() {
        return open().given("""
                2020-01-01 INVEST_SHARES party=H1 amount=30000
                2020-01-01 INVEST_SHARES party=H2 amount=20000
                2020-01-01 INVEST_SHARES party=H3 amount=10000
                """);
    }

    private static TestLedger openedWith(String opening) {
        return empty().given(opening).given("""
                2020-01-01 ADMIT_HOUSEHOLD party=H1 size=3
                2020-01-01 ADMIT_HOUSEHOLD party=H2 size=2
                2020-01-01 ADMIT_HOUSEHOLD party=H3 size=4
                2020-01-01 ENROLL_COMPANY party=C1 name=示例公司一
                2020-01-01 ENROLL_COMPANY party=C2 name=示例公司二
                2020-01-01 REGISTER_WORKER party=W1 counterparty=H1
                2020-01-01 REGISTER_WORKER party=W2 counterparty=H2
                """);
    }

    /** Records rows, one a line, each of which must be accepted. */
    public TestLedger given(String rows) {
        rows.lines().map(String::strip).filter(row -> !row.isEmpty()).forEach(this::accepts);
        return this;
    }

    /** Closes months in order up to one, each on its last day. */
    public TestLedger closedThrough(String month) {
        YearMonth last = YearMonth.parse(month);
        YearMonth next = Optional.ofNullable(state().periods().closedThrough())
                .map(closed -> closed.plusMonths(1))
                .orElse(YearMonth.of(2020, 1));
        for (; !next.isAfter(last); next = next.plusMonths(1)) {
            accepts(next.atEndOfMonth() + " CLOSE_MONTH month=" + next);
        }
        return this;
    }

    public Recorded accepts(String row) {
        return accepts(Row.of(row));
    }

    public Recorded accepts(Row row) {
        Row full = completed(row);
        return switch (decide(full)) {
            case Outcome.Accepted accepted -> new Recorded(accepted.event());
            case Outcome.AlreadyRecorded repeat -> throw new AssertionError("already recorded: " + full);
            case Outcome.Refused refused ->
                throw new AssertionError("expected to be accepted: " + full + "\n" + told(full, refused.rejection()));
        };
    }

    /** Asserts that a row is refused with a code at a column, and that nothing changes by it. */
    public Rejection refuses(String row, RefusalCode code, String column) {
        return refuses(Row.of(row), code, column);
    }

    public Rejection refuses(Row row, RefusalCode code, String column) {
        Row full = completed(row);
        FundState before = stateOf(full);
        Optional<Rejection> rejection = rejectionOf(full);
        assertThat(rejection.map(it -> it.code() + " " + it.column().key()).orElse("accepted"))
                .as("%s%n%s", full, rejection.map(it -> told(full, it)).orElse("was accepted"))
                .isEqualTo(code + " " + column);
        assertThat(stateOf(full)).as("the state after a refused row").isEqualTo(before);
        return rejection.orElseThrow();
    }

    /** Asserts that a row stands in the history already, and that nothing changes by it. */
    public void knows(String row) {
        Row full = completed(Row.of(row));
        FundState before = stateOf(full);
        assertThat(decide(full)).as(full.toString()).isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(stateOf(full)).isEqualTo(before);
    }

    /** The refusal of a row that is taken as it stands and never recorded; empty where it would be accepted. */
    public Optional<RefusalCode> wouldRefuse(Row full) {
        return switch (full.read()) {
            case ReadRow.Malformed malformed ->
                Optional.of(malformed.rejection().code());
            case ReadRow.WellFormed wellFormed ->
                FundDecider.decide(stateOf(full), wellFormed.movement(), recordedOf(full), today)
                                instanceof Outcome.Refused refused
                        ? Optional.of(refused.rejection().code())
                        : Optional.empty();
        };
    }

    private Optional<Rejection> rejectionOf(Row full) {
        return switch (full.read()) {
            case ReadRow.Malformed malformed -> Optional.of(malformed.rejection());
            case ReadRow.WellFormed wellFormed ->
                decide(full) instanceof Outcome.Refused refused ? Optional.of(refused.rejection()) : Optional.empty();
        };
    }

    private Outcome decide(Row full) {
        RecordedMovements prior = recordedOf(full);
        Outcome outcome = FundDecider.decide(stateOf(full), full.movement(), prior, today);
        if (outcome instanceof Outcome.Accepted accepted) {
            states.put(full.cell(Column.FUND), stateOf(full).evolve(accepted.event()));
            prior.add(accepted);
        }
        return outcome;
    }

    private Row completed(Row row) {
        rows++;
        Row full = row.orElse(Row.of("fund=F1 ref=v" + rows + " date=" + lastDate));
        lastDate = full.cell(Column.DATE);
        return full;
    }

    private static String told(Row row, Rejection rejection) {
        return "refused with " + rejection.code() + ": "
                + RefusalMessages.english(rejection, row.cell(rejection.column()));
    }

    private FundState stateOf(Row row) {
        return states.getOrDefault(row.cell(Column.FUND), FundState.EMPTY);
    }

    private RecordedMovements recordedOf(Row row) {
        return recorded.computeIfAbsent(row.cell(Column.FUND), fund -> new RecordedMovements());
    }

    /** The state of fund F1. */
    public FundState state() {
        return state("F1");
    }

    public FundState state(String fund) {
        return states.getOrDefault(fund, FundState.EMPTY);
    }

    /** The debit balance of fund F1's account, as in {@code 102} or {@code 113:C1:A1}; negative where it is a credit. */
    public String debit(String account) {
        return balance(account).toString();
    }

    /** The credit balance of an account, likewise. */
    public String credit(String account) {
        return balance(account).negate().toString();
    }

    private Fen balance(String account) {
        List<String> parts = List.of(account.split(":", 2));
        var heading = ChartOfAccounts.heading(parts.getFirst()).account();
        Fen sum = Fen.ZERO;
        for (FundEvent event :
                recorded.getOrDefault("F1", new RecordedMovements()).events()) {
            for (Line line : Postings.of(event).lines()) {
                if (line.account() == heading
                        && (parts.size() == 1 || line.sub().equals(parts.getLast()))) {
                    sum = sum.plus(line.amount());
                }
            }
        }
        return sum;
    }

    public static Fen yuan(String yuan) {
        return Fen.ofYuan(yuan);
    }

    /** Dividend lines from {@code H1 12.50} and the like. */
    public static List<DividendLine> dividends(String... lines) {
        return List.of(lines).stream()
                .map(line -> line.split(" ", 2))
                .map(line -> new DividendLine(line[0], yuan(line[1])))
                .toList();
    }
}
