package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;

/** Capital advanced to companies. */
public sealed interface AdvanceCommand extends MovementCommand {

    /** 投放资金. */
    record AdvanceCapital(
            Voucher voucher,
            String advance,
            String company,
            Fen amount,
            Rate rate,
            LocalDate due,
            String resolution,
            AdvancePurpose purpose)
            implements AdvanceCommand {}

    /** 展期. */
    record ExtendAdvance(Voucher voucher, String advance, LocalDate due, String resolution) implements AdvanceCommand {}

    /** 收回本金. */
    record RepayAdvance(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {}

    /** 收取收益. */
    record ReceiveReturn(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {}

    /** 核销. */
    record WriteOffAdvance(Voucher voucher, String advance, Fen amount, String resolution) implements AdvanceCommand {}

    /** 核销收回. */
    record RecoverWriteOff(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {}

    /** 追偿收回. */
    record RecoverPayout(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {}
}
