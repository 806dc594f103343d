package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Voucher;
import java.time.YearMonth;

/** 月结. */
public record CloseMonth(Voucher voucher, YearMonth month) implements MovementCommand {}
