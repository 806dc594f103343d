package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Long histories of one fund to measure on: 300 households, 600 workers, five companies, and of a hundred movements some ninety
 * wages. Always the same for the same length; every movement went through the rules.
 */
public final class Histories {

    private static final int HOUSEHOLDS = 300;
    private static final int WORKERS = 600;
    private static final int COMPANIES = 5;
    private static final LocalDate OPENED = LocalDate.of(2005, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

    private final int length;
    private final RecordedMovements recorded = new RecordedMovements();
    private FundState state = FundState.EMPTY;

    private Histories(int length) {
        this.length = length;
    }

    /**
     * What a fund recorded.
     *
     * @param events in the order of recording
     * @param state what they fold to
     */
    public record History(List<FundEvent> events, FundState state, RecordedMovements recorded) {}

    /** The first {@code length} events of a fund that lives for ever; fund {@code F1}, refs {@code v1}, {@code v2}, …. */
    public static History ofOneFund(int length) {
        Histories history = new Histories(length);
        history.foundation();
        for (YearMonth month = YearMonth.from(OPENED); history.isShort(); month = month.plusMonths(1)) {
            history.monthOf(month);
        }
        return new History(history.recorded.events(), history.state, history.recorded);
    }

    private boolean isShort() {
        return recorded.events().size() < length;
    }

    private void foundation() {
        record(OPENED, "OPEN_FUND name=示例村劳务合作基金 party=320000000001");
        for (int company = 1; company <= COMPANIES; company++) {
            record(OPENED, "ENROLL_COMPANY party=C%d name=示例公司".formatted(company));
        }
        for (int household = 1; household <= HOUSEHOLDS; household++) {
            record(OPENED, "ADMIT_HOUSEHOLD party=H%d size=%d".formatted(household, 1 + household % 6));
            record(OPENED, "INVEST_SHARES party=H%d amount=%d".formatted(household, 2000 + household));
        }
        for (int worker = 1; worker <= WORKERS; worker++) {
            record(OPENED, "REGISTER_WORKER party=W%d counterparty=H%d".formatted(worker, 1 + worker % HOUSEHOLDS));
            record(OPENED, "PLACE_WORKER party=W%d counterparty=E%d source=LOCAL".formatted(worker, worker % 20));
        }
    }

    private void monthOf(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        int number = month.getYear() * 12 + month.getMonthValue();
        for (int worker = 1; worker <= WORKERS; worker++) {
            record(
                    end,
                    "CONFIRM_WAGE party=W%d month=%s amount=%d memo=银行流水"
                            .formatted(worker, month, 3000 + worker % 700));
        }
        for (int worker = 1 + number % 40; worker <= WORKERS; worker += 40) {
            record(end, "END_PLACEMENT party=W" + worker);
            record(end, "PLACE_WORKER party=W%d counterparty=E%d source=LOCAL".formatted(worker, number % 20));
        }
        record(end, "OTHER_INCOME amount=8000");
        record(end, "PAY_EXPENSE amount=" + (100 + number % 90));
        record(end, "RECORD_COLLECTIVE_INCOME amount=2000 source=OPERATING payer=FUND");
        record(end, "REMIT_COLLECTIVE_INCOME amount=2000");
        record(
                end,
                "TRANSFER_SHARES party=H%d counterparty=H%d amount=1".formatted(1 + number % 150, 200 + number % 90));
        advances(end, number);
        if (month.getMonthValue() == 12) {
            yearEnd(end);
        }
        record(end, "CLOSE_MONTH month=" + month);
    }

    private void advances(LocalDate end, int number) {
        record(
                end,
                "ADVANCE_CAPITAL advance=A%d party=C%d amount=10000 rate=8 due=%s resolution=决议"
                        .formatted(number, 1 + number % COMPANIES, end.plusMonths(6)));
        int due = number - 6;
        if (state.advances().advances().containsKey("A" + due)) {
            record(end, "REPAY_ADVANCE advance=A%d amount=10000".formatted(due));
            record(end, "RECEIVE_RETURN advance=A%d amount=400".formatted(due));
        }
    }

    private void yearEnd(LocalDate end) {
        record(end, "DECLARE_DIVIDEND year=%d rate=6".formatted(end.getYear()));
        record(end, "PAY_DIVIDEND year=%d party=*".formatted(end.getYear()));
    }

    private void record(LocalDate date, String rest) {
        if (!isShort()) {
            return;
        }
        Row row = Row.of(date + " " + rest)
                .with("fund=F1 ref=v" + (recorded.events().size() + 1));
        switch (FundDecider.decide(state, row.movement(), recorded, TODAY)) {
            case Outcome.Accepted accepted -> {
                state = state.evolve(accepted.event());
                recorded.add(accepted);
            }
            case Outcome.AlreadyRecorded repeat -> throw new AssertionError("a repeat: " + row);
            case Outcome.Refused refused -> throw new AssertionError(row + " was refused: " + refused.rejection());
        }
    }
}
