package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.MovementType;
import coop.laborfund.ledger.event.Voucher;
import java.time.YearMonth;

/** 月结. */
public record CloseMonth(Voucher voucher, YearMonth month) implements MovementCommand {
    @Override
    public MovementType type() {
        return MovementType.CLOSE_MONTH;
    }
}
