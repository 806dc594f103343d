package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.MovementType;
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
            implements AdvanceCommand {
        @Override
        public MovementType type() {
            return MovementType.ADVANCE_CAPITAL;
        }
    }

    /** 展期. */
    record ExtendAdvance(Voucher voucher, String advance, LocalDate due, String resolution) implements AdvanceCommand {
        @Override
        public MovementType type() {
            return MovementType.EXTEND_ADVANCE;
        }
    }

    /** 收回本金. */
    record RepayAdvance(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {
        @Override
        public MovementType type() {
            return MovementType.REPAY_ADVANCE;
        }
    }

    /** 收取收益. */
    record ReceiveReturn(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {
        @Override
        public MovementType type() {
            return MovementType.RECEIVE_RETURN;
        }
    }

    /** 核销. */
    record WriteOffAdvance(Voucher voucher, String advance, Fen amount, String resolution) implements AdvanceCommand {
        @Override
        public MovementType type() {
            return MovementType.WRITE_OFF_ADVANCE;
        }
    }

    /** 核销收回. */
    record RecoverWriteOff(Voucher voucher, String advance, Fen amount) implements AdvanceCommand {
        @Override
        public MovementType type() {
            return MovementType.RECOVER_WRITE_OFF;
        }
    }
}
