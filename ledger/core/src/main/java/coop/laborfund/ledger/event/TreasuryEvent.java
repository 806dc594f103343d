package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;

/** Deposits, the village's money, other income, expenses and the risk reserve (资金). */
public sealed interface TreasuryEvent extends FundEvent {

    /** A company left a deposit (收保证金). */
    record DepositReceived(Voucher voucher, String company, Fen amount) implements TreasuryEvent {}

    /** A deposit went back (退保证金). */
    record DepositRefunded(Voucher voucher, String company, Fen amount) implements TreasuryEvent {}

    /** The village collective earned income (村集体收入). */
    record CollectiveIncomeRecorded(
            Voucher voucher, String village, Fen amount, IncomeSource source, IncomeRoute route, Rules rules)
            implements TreasuryEvent {}

    /** Money held for the village was handed over (拨付村集体). */
    record CollectiveIncomeRemitted(Voucher voucher, String village, Fen amount) implements TreasuryEvent {}

    /** The fund earned something else (其他收入). */
    record OtherIncomeReceived(Voucher voucher, Fen amount) implements TreasuryEvent {}

    /** The fund paid an administrative expense (管理费用). */
    record ExpensePaid(Voucher voucher, Fen amount, Rules rules) implements TreasuryEvent {}

    /** The bank paid interest (存款利息). */
    record BankInterestReceived(Voucher voucher, Fen amount) implements TreasuryEvent {}

    /** The bank took a fee (银行手续费). */
    record BankFeePaid(Voucher voucher, Fen amount) implements TreasuryEvent {}

    /** Surplus was set aside as risk reserve (提取风险准备金). */
    record ReserveAppropriated(Voucher voucher, Fen amount, Rules rules) implements TreasuryEvent {}

    /** Somebody paid into the risk reserve (注入风险准备金). */
    record ReserveFunded(Voucher voucher, Fen amount, ReserveSource source, Rules rules) implements TreasuryEvent {}
}
