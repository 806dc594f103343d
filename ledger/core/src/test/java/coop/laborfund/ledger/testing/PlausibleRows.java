package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows such as a treasurer might write, over few ids and small limits, so that a good part of them is accepted and most rules
 * are met: the clock goes on, some rows are late, some repeat or undo what is recorded.
 */
public final class PlausibleRows {

    private static final List<MovementType> TYPES = types();

    private final Randomly random;
    private LocalDate clock = LocalDate.of(2020, 1, 1);
    private int refs;

    public PlausibleRows(Randomly random) {
        this.random = random;
    }

    /** Each type twice, but for those that stop a fund or change its rules; some that others need come more often. */
    private static List<MovementType> types() {
        Set<MovementType> rare = Set.of(MovementType.OPEN_FUND, MovementType.LEAVE_FUND, MovementType.SET_POLICY);
        List<MovementType> types = new ArrayList<>(List.of(MovementType.values()));
        Arrays.stream(MovementType.values())
                .filter(type -> !rare.contains(type))
                .forEach(types::add);
        types.addAll(List.of(MovementType.INVEST_SHARES, MovementType.OTHER_INCOME, MovementType.REVERSE));
        types.addAll(List.of(MovementType.CONFIRM_WAGE, MovementType.PLACE_WORKER, MovementType.ADVANCE_CAPITAL));
        return List.copyOf(types);
    }

    /** The next row for a fund that stands as it does. */
    public Row next(FundState state, RecordedMovements recorded) {
        if (!state.isOpen()) {
            return row(clock, "OPEN_FUND name=示例村基金 party=320000000001 policy=shareLimit=3000;termMonths=12");
        }
        if (random.percent(40)) {
            clock = clock.plusDays(random.between(0, 9));
        }
        MovementType type = random.oneOf(TYPES);
        LocalDate date = random.percent(80) ? clock : clock.minusDays(random.between(0, 60));
        return row(date, type.name() + cells(type, date, state, recorded));
    }

    private Row row(LocalDate date, String rest) {
        String ref = "v" + (random.percent(98) ? ++refs : refs);
        return Row.of(date + " " + rest).with("fund=F1 ref=" + ref);
    }

    private String cells(MovementType type, LocalDate date, FundState state, RecordedMovements recorded) {
        return switch (type) {
            case OPEN_FUND -> " name=示例村基金 party=320000000001";
            case SET_POLICY ->
                " policy=%s resolution=决议"
                        .formatted(
                                random.oneOf("shareLimit=2000", "shareLimit=5000", "companyCap=80", "termMonths=24"));
            case ADMIT_HOUSEHOLD, CHANGE_HOUSEHOLD ->
                party("H", type == MovementType.ADMIT_HOUSEHOLD ? 9 : 6) + " size=" + random.between(1, 6);
            case LEAVE_FUND -> party("H", 9);
            case ENROLL_COMPANY -> party("C", 4) + " name=示例公司";
            case INVEST_SHARES, WITHDRAW_SHARES -> party("H", 6) + amount(1000) + shareSource();
            case TRANSFER_SHARES -> party("H", 6) + other("H", 6) + amount(1000) + shareSource();
            case ALLOCATE_LOSS -> amount(300) + " resolution=决议" + source(LossSource.values());
            case ADVANCE_CAPITAL ->
                " advance=A%d%s%s rate=8 due=%s resolution=决议 source=%s"
                        .formatted(
                                random.between(1, 40),
                                party("C", 3),
                                amount(500),
                                date.plusDays(random.between(0, 70)),
                                random.oneOf(AdvancePurpose.values()));
            case EXTEND_ADVANCE -> advance(state) + " due=" + date.plusDays(random.between(30, 200)) + " resolution=决议";
            case REPAY_ADVANCE, RECEIVE_RETURN, RECOVER_WRITE_OFF, RECOVER_PAYOUT -> advance(state) + amount(300);
            case WRITE_OFF_ADVANCE -> advance(state) + amount(300) + " resolution=决议";
            case RECEIVE_DEPOSIT, REFUND_DEPOSIT -> party("C", 3) + amount(500);
            case RECORD_COLLECTIVE_INCOME ->
                amount(500) + source(IncomeSource.values()) + " payer=" + random.oneOf(IncomeRoute.values());
            case REMIT_COLLECTIVE_INCOME, OTHER_INCOME, APPROPRIATE_RESERVE -> amount(500);
            case FUND_RESERVE -> amount(500) + source(ReserveSource.values());
            case BANK_INTEREST, BANK_FEE -> amount(20);
            case PAY_EXPENSE -> amount(random.percent(10) ? 5000 : 100);
            case DECLARE_DIVIDEND -> year(date) + random.oneOf(" rate=" + random.between(1, 9), amount(300));
            case PAY_DIVIDEND -> year(date) + random.oneOf(" party=*", party("H", 6), party("H", 6) + amount(20));
            case RETURN_DIVIDEND_PAYMENT -> year(date) + party("H", 6) + amount(20);
            case PAY_GUARANTEE -> guarantee(date, state);
            case REVERSE -> " reverses=" + reversed(recorded) + " memo=记错";
            case CLOSE_MONTH -> " month=" + nextMonth(state);
            case PUBLISH_NOTICE -> " month=" + YearMonth.from(date).minusMonths(random.between(0, 3));
            case BANK_LINE -> amount(500) + source(BankDirection.values());
            case MATCH_BANK_LINE -> match(recorded);
            case REGISTER_WORKER -> party("W", 6) + other("H", 6);
            case PLACE_WORKER -> party("W", 6) + other("E", 2) + source(PlacementKind.values());
            case END_PLACEMENT -> party("W", 6);
            case CONFIRM_WAGE ->
                "%s month=%s%s%s memo=流水"
                        .formatted(
                                party("W", 6),
                                YearMonth.from(date).minusMonths(random.between(0, 3)),
                                amount(5000),
                                random.percent(50) ? "" : other("E", 2));
            case COMPLETE_TRAINING -> party("W", 6) + " memo=焊工";
            case RECORD_HOUSEHOLD_INCOME ->
                party("H", 6) + year(date) + amount(5000) + source(HouseholdIncomeSource.values()) + " memo=证明";
        };
    }

    private String guarantee(LocalDate date, FundState state) {
        return " guarantee=%s payer=%s%s%s%s%s resolution=决议"
                .formatted(
                        random.oneOf(Guarantee.values()),
                        random.oneOf(GuaranteePayer.values()),
                        advance(state) + party("H", 6),
                        other("C", 3),
                        amount(100),
                        year(date));
    }

    private String shareSource() {
        return random.percent(50) ? "" : source(ShareSource.values());
    }

    private String party(String prefix, int most) {
        return " party=" + prefix + random.between(1, most);
    }

    private String other(String prefix, int most) {
        return " counterparty=" + prefix + random.between(1, most);
    }

    private String amount(int most) {
        return " amount=" + random.amountUpTo(Fen.ofYuan(String.valueOf(most)));
    }

    private String year(LocalDate date) {
        return " year=" + (date.getYear() - (random.percent(30) ? 1 : 0));
    }

    private <W extends Enum<W>> String source(W[] words) {
        return " source=" + random.oneOf(words);
    }

    private String advance(FundState state) {
        Set<String> granted = state.advances().advances().keySet();
        return " advance=" + (granted.isEmpty() ? "A1" : random.oneOf(granted));
    }

    /** Mostly one of the last few, else any. */
    private String reversed(RecordedMovements recorded) {
        List<FundEvent> events = recorded.events();
        List<FundEvent> last = events.subList(Math.max(0, events.size() - 8), events.size());
        return random.oneOf(random.percent(70) ? last : events).ref();
    }

    /** Of some line, and of a movement that may be the same money. */
    private String match(RecordedMovements recorded) {
        List<BankLineRecorded> lines = recorded.events().stream()
                .filter(BankLineRecorded.class::isInstance)
                .map(BankLineRecorded.class::cast)
                .toList();
        List<FundEvent> events = recorded.events();
        return " line=%s match=%s"
                .formatted(
                        lines.isEmpty() ? "v0" : random.oneOf(lines).ref(),
                        random.oneOf(events).ref());
    }

    private static YearMonth nextMonth(FundState state) {
        return Optional.ofNullable(state.periods().closedThrough())
                .map(closed -> closed.plusMonths(1))
                .orElse(YearMonth.of(2020, 1));
    }
}
