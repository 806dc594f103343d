package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Voucher;
import java.time.YearMonth;

/** What is done with a month as a whole. */
public sealed interface PeriodCommand extends MovementCommand {

    /** 月结. */
    record CloseMonth(Voucher voucher, YearMonth month) implements PeriodCommand {}
}
