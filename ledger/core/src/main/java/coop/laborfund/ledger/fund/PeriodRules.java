package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.DATE;
import static coop.laborfund.ledger.command.Column.MONTH;

import coop.laborfund.ledger.command.PeriodCommand;
import coop.laborfund.ledger.command.PeriodCommand.CloseMonth;
import coop.laborfund.ledger.command.PeriodCommand.PublishNotice;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Closing months in order, where December moves the year's result, and publishing what a month came to. */
final class PeriodRules {

    private PeriodRules() {}

    static Decision decide(FundState state, PeriodCommand command) {
        return switch (command) {
            case CloseMonth c -> close(state, c);
            case PublishNotice c -> publish(state, c);
        };
    }

    private static Decision close(FundState state, CloseMonth c) {
        YearMonth next = state.periods().next(state.chartered().opened());
        return ended(state, c, c.month())
                .refuseIf(
                        RefusalCode.PERIOD_NOT_NEXT,
                        MONTH,
                        () -> !c.month().equals(next),
                        () -> Map.of("next", next.toString()))
                .accept(() -> closed(state, c));
    }

    /** Two notices of one month are well: the later is the current one. */
    private static Decision publish(FundState state, PublishNotice c) {
        LocalDate opened = state.chartered().opened();
        return ended(state, c, c.month())
                .refuseIf(
                        RefusalCode.DATE_BEFORE_OPENING,
                        MONTH,
                        () -> c.month().isBefore(YearMonth.from(opened)),
                        () -> Map.of("opened", opened.toString()))
                .accept(() -> new NoticePublished(c.voucher(), c.month()));
    }

    private static Ruling ended(FundState state, PeriodCommand c, YearMonth month) {
        return new Ruling(state, c)
                .refuseIf(
                        RefusalCode.PERIOD_NOT_ENDED,
                        DATE,
                        () -> c.date().isBefore(month.atEndOfMonth()),
                        () -> Map.of("earliest", month.atEndOfMonth().toString()));
    }

    private static MonthClosed closed(FundState state, CloseMonth c) {
        if (c.month().getMonth() != Month.DECEMBER) {
            return new MonthClosed(c.voucher(), c.month(), List.of(), Fen.ZERO, Rules.V2);
        }
        int year = c.month().getYear();
        return new MonthClosed(
                c.voucher(),
                c.month(),
                state.books().resultsOf(year),
                state.books().distributedIn(year),
                Rules.V2);
    }
}
