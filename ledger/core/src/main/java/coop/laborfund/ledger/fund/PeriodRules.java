package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.DATE;
import static coop.laborfund.ledger.command.Column.MONTH;

import coop.laborfund.ledger.command.PeriodCommand;
import coop.laborfund.ledger.command.PeriodCommand.CloseMonth;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Closing months in order; December moves the year's result. */
final class PeriodRules {

    private PeriodRules() {}

    static Decision decide(FundState state, PeriodCommand command) {
        return switch (command) {
            case CloseMonth c -> close(state, c);
        };
    }

    private static Decision close(FundState state, CloseMonth c) {
        YearMonth next = state.periods().next(state.chartered().opened());
        return new Ruling(state, c)
                .refuseIf(
                        RefusalCode.PERIOD_NOT_NEXT,
                        MONTH,
                        () -> !c.month().equals(next),
                        () -> Map.of("next", next.toString()))
                .refuseIf(
                        RefusalCode.PERIOD_NOT_ENDED,
                        DATE,
                        () -> c.date().isBefore(c.month().atEndOfMonth()),
                        () -> Map.of("earliest", c.month().atEndOfMonth().toString()))
                .accept(() -> new MonthClosed(c.voucher(), c.month(), results(state, c.month())));
    }

    private static List<YearResult> results(FundState state, YearMonth month) {
        return month.getMonth() == Month.DECEMBER ? state.books().resultsOf(month.getYear()) : List.of();
    }
}
