package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;

/** Deposits, the village's money, other income, expenses and the risk reserve. */
public sealed interface TreasuryCommand extends MovementCommand {

    /** 收保证金. */
    record ReceiveDeposit(Voucher voucher, String company, Fen amount) implements TreasuryCommand {}

    /** 退保证金. */
    record RefundDeposit(Voucher voucher, String company, Fen amount) implements TreasuryCommand {}

    /** 村集体收入. */
    record RecordCollectiveIncome(Voucher voucher, Fen amount, IncomeSource source, IncomeRoute route)
            implements TreasuryCommand {}

    /** 拨付村集体. */
    record RemitCollectiveIncome(Voucher voucher, Fen amount) implements TreasuryCommand {}

    /** 其他收入. */
    record ReceiveOtherIncome(Voucher voucher, Fen amount) implements TreasuryCommand {}

    /** 管理费用. */
    record PayExpense(Voucher voucher, Fen amount) implements TreasuryCommand {}

    /** 存款利息. */
    record ReceiveBankInterest(Voucher voucher, Fen amount) implements TreasuryCommand {}

    /** 银行手续费. */
    record PayBankFee(Voucher voucher, Fen amount) implements TreasuryCommand {}

    /** 提取风险准备金. */
    record AppropriateReserve(Voucher voucher, Fen amount) implements TreasuryCommand {}

    /** 注入风险准备金. */
    record FundReserve(Voucher voucher, Fen amount, ReserveSource source) implements TreasuryCommand {}
}
