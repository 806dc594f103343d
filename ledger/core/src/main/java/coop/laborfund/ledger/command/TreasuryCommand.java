package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.MovementType;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;

/** Deposits, the village's money, other income, expenses and the risk reserve. */
public sealed interface TreasuryCommand extends MovementCommand {

    /** 收保证金. */
    record ReceiveDeposit(Voucher voucher, String company, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.RECEIVE_DEPOSIT;
        }
    }

    /** 退保证金. */
    record RefundDeposit(Voucher voucher, String company, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.REFUND_DEPOSIT;
        }
    }

    /** 村集体收入. */
    record RecordCollectiveIncome(Voucher voucher, Fen amount, IncomeSource source, IncomeRoute route)
            implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.RECORD_COLLECTIVE_INCOME;
        }
    }

    /** 拨付村集体. */
    record RemitCollectiveIncome(Voucher voucher, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.REMIT_COLLECTIVE_INCOME;
        }
    }

    /** 其他收入. */
    record ReceiveOtherIncome(Voucher voucher, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.OTHER_INCOME;
        }
    }

    /** 管理费用. */
    record PayExpense(Voucher voucher, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.PAY_EXPENSE;
        }
    }

    /** 提取风险准备金. */
    record AppropriateReserve(Voucher voucher, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.APPROPRIATE_RESERVE;
        }
    }

    /** 注入风险准备金. */
    record FundReserve(Voucher voucher, Fen amount) implements TreasuryCommand {
        @Override
        public MovementType type() {
            return MovementType.FUND_RESERVE;
        }
    }
}
