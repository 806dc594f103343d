package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.TreasuryCommand;
import coop.laborfund.ledger.command.TreasuryCommand.AppropriateReserve;
import coop.laborfund.ledger.command.TreasuryCommand.FundReserve;
import coop.laborfund.ledger.command.TreasuryCommand.PayBankFee;
import coop.laborfund.ledger.command.TreasuryCommand.PayExpense;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveBankInterest;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveDeposit;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveOtherIncome;
import coop.laborfund.ledger.command.TreasuryCommand.RecordCollectiveIncome;
import coop.laborfund.ledger.command.TreasuryCommand.RefundDeposit;
import coop.laborfund.ledger.command.TreasuryCommand.RemitCollectiveIncome;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;

/** Deposits, the village's money, other income, expenses and the risk reserve. */
final class TreasuryRules {

    private TreasuryRules() {}

    static Decision decide(FundState state, TreasuryCommand command) {
        Ruling ruling = new Ruling(state, command);
        return switch (command) {
            case ReceiveDeposit c ->
                ruling.company(PARTY, c.company())
                        .post(AMOUNT, () -> new DepositReceived(c.voucher(), c.company(), c.amount()));
            case RefundDeposit c ->
                ruling.company(PARTY, c.company())
                        .post(AMOUNT, () -> new DepositRefunded(c.voucher(), c.company(), c.amount()));
            case RecordCollectiveIncome c ->
                ruling.post(
                        c.source() == IncomeSource.FUND_RETURN ? Figures.DISTRIBUTION : Figures.FORWARD,
                        AMOUNT,
                        () -> new CollectiveIncomeRecorded(
                                c.voucher(), state.chartered().village(), c.amount(), c.source(), c.route(), Rules.V2));
            case RemitCollectiveIncome c ->
                ruling.post(
                        AMOUNT,
                        () -> new CollectiveIncomeRemitted(
                                c.voucher(), state.chartered().village(), c.amount()));
            case ReceiveOtherIncome c -> ruling.post(AMOUNT, () -> new OtherIncomeReceived(c.voucher(), c.amount()));
            case PayExpense c -> ruling.post(AMOUNT, () -> new ExpensePaid(c.voucher(), c.amount(), Rules.V2));
            case ReceiveBankInterest c -> ruling.post(AMOUNT, () -> new BankInterestReceived(c.voucher(), c.amount()));
            case PayBankFee c -> ruling.post(AMOUNT, () -> new BankFeePaid(c.voucher(), c.amount()));
            case AppropriateReserve c ->
                ruling.post(
                        Figures.DISTRIBUTION, AMOUNT, () -> new ReserveAppropriated(c.voucher(), c.amount(), Rules.V2));
            case FundReserve c ->
                ruling.post(AMOUNT, () -> new ReserveFunded(c.voucher(), c.amount(), c.source(), Rules.V2));
        };
    }
}
