package coop.laborfund.ledger.movement;

import static coop.laborfund.ledger.command.Column.ADVANCE;
import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.COUNTERPARTY;
import static coop.laborfund.ledger.command.Column.DUE;
import static coop.laborfund.ledger.command.Column.GUARANTEE;
import static coop.laborfund.ledger.command.Column.NAME;
import static coop.laborfund.ledger.command.Column.PARTY;
import static coop.laborfund.ledger.command.Column.PAYER;
import static coop.laborfund.ledger.command.Column.RATE;
import static coop.laborfund.ledger.command.Column.RESOLUTION;
import static coop.laborfund.ledger.command.Column.REVERSES;
import static coop.laborfund.ledger.command.Column.SOURCE;

import coop.laborfund.ledger.command.AdvanceCommand.AdvanceCapital;
import coop.laborfund.ledger.command.AdvanceCommand.ExtendAdvance;
import coop.laborfund.ledger.command.AdvanceCommand.ReceiveReturn;
import coop.laborfund.ledger.command.AdvanceCommand.RecoverWriteOff;
import coop.laborfund.ledger.command.AdvanceCommand.RepayAdvance;
import coop.laborfund.ledger.command.AdvanceCommand.WriteOffAdvance;
import coop.laborfund.ledger.command.CloseMonth;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.DividendCommand.Basis;
import coop.laborfund.ledger.command.DividendCommand.DeclareDividend;
import coop.laborfund.ledger.command.DividendCommand.PayDividend;
import coop.laborfund.ledger.command.DividendCommand.Payee;
import coop.laborfund.ledger.command.DividendCommand.ReturnDividendPayment;
import coop.laborfund.ledger.command.LaborCommand.CompleteTraining;
import coop.laborfund.ledger.command.LaborCommand.ConfirmWage;
import coop.laborfund.ledger.command.LaborCommand.EndPlacement;
import coop.laborfund.ledger.command.LaborCommand.PlaceWorker;
import coop.laborfund.ledger.command.LaborCommand.RecordHouseholdIncome;
import coop.laborfund.ledger.command.LaborCommand.RegisterWorker;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.command.PayGuarantee;
import coop.laborfund.ledger.command.Reverse;
import coop.laborfund.ledger.command.SetupCommand.AdmitHousehold;
import coop.laborfund.ledger.command.SetupCommand.ChangeHousehold;
import coop.laborfund.ledger.command.SetupCommand.EnrollCompany;
import coop.laborfund.ledger.command.SetupCommand.LeaveFund;
import coop.laborfund.ledger.command.SetupCommand.OpenFund;
import coop.laborfund.ledger.command.SetupCommand.SetPolicy;
import coop.laborfund.ledger.command.ShareCommand.InvestShares;
import coop.laborfund.ledger.command.ShareCommand.TransferShares;
import coop.laborfund.ledger.command.ShareCommand.WithdrawShares;
import coop.laborfund.ledger.command.TreasuryCommand.AppropriateReserve;
import coop.laborfund.ledger.command.TreasuryCommand.FundReserve;
import coop.laborfund.ledger.command.TreasuryCommand.PayExpense;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveDeposit;
import coop.laborfund.ledger.command.TreasuryCommand.ReceiveOtherIncome;
import coop.laborfund.ledger.command.TreasuryCommand.RecordCollectiveIncome;
import coop.laborfund.ledger.command.TreasuryCommand.RefundDeposit;
import coop.laborfund.ledger.command.TreasuryCommand.RemitCollectiveIncome;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.MovementType;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.Map;
import java.util.Optional;

/** Reads a row of the movements file: which columns each type uses, and the command that they make. */
public final class MovementForm {

    private MovementForm() {}

    /**
     * Reads one row.
     *
     * @param cells the row's cells by column, trimmed; an empty cell is left out
     */
    public static ReadRow read(Map<Column, String> cells) {
        return read(cells, Map.of());
    }

    /**
     * Likewise.
     *
     * @param remarks what a file says of the cells beside their texts, of empty ones too
     */
    public static ReadRow read(Map<Column, String> cells, Map<Column, CellRemark> remarks) {
        CellRemark ofType = remarks.get(Column.TYPE);
        if (ofType != null && ofType.kind().isDoubtful()) {
            return new ReadRow.Malformed(new Rejection(RefusalCode.BAD_CELL, Column.TYPE, ofType.details()));
        }
        Optional<MovementType> type = Words.find(MovementType.class, cells.getOrDefault(Column.TYPE, ""));
        if (type.isEmpty()) {
            return new ReadRow.Malformed(new Rejection(RefusalCode.UNKNOWN_TYPE, Column.TYPE, Map.of()));
        }
        RowReader row = new RowReader(cells, remarks);
        MovementCommand command = command(type.get(), row, row.voucher());
        Optional<String> name = type.get() == MovementType.ADMIT_HOUSEHOLD
                ? Optional.of(row.plainText(NAME)).filter(given -> !given.isEmpty())
                : Optional.empty();
        Optional<Rejection> fault = row.firstFault();
        if (fault.isPresent()) {
            return new ReadRow.Malformed(fault.get());
        }
        RowContent content = new RowContent(type.get(), row.content());
        return new ReadRow.WellFormed(new Movement(command, content.digest(), name), content);
    }

    private static MovementCommand command(MovementType type, RowReader row, Voucher v) {
        return switch (type) {
            case OPEN_FUND -> new OpenFund(v, row.text(NAME), row.village(), row.optionalPolicy());
            case SET_POLICY -> new SetPolicy(v, row.policy(), row.text(RESOLUTION));
            case ADMIT_HOUSEHOLD -> new AdmitHousehold(v, row.id(PARTY), row.size());
            case CHANGE_HOUSEHOLD -> new ChangeHousehold(v, row.id(PARTY), row.size());
            case LEAVE_FUND -> new LeaveFund(v, row.id(PARTY));
            case ENROLL_COMPANY -> new EnrollCompany(v, row.id(PARTY), row.text(NAME));
            case INVEST_SHARES ->
                new InvestShares(v, row.id(PARTY), row.amount(), row.wordOr(SOURCE, ShareSource.INDUSTRY_FUND));
            case WITHDRAW_SHARES -> new WithdrawShares(v, row.id(PARTY), row.amount());
            case TRANSFER_SHARES -> new TransferShares(v, row.id(PARTY), row.id(COUNTERPARTY), row.amount());
            case ADVANCE_CAPITAL ->
                new AdvanceCapital(
                        v,
                        row.id(ADVANCE),
                        row.id(PARTY),
                        row.amount(),
                        row.rate(),
                        row.date(DUE),
                        row.text(RESOLUTION),
                        row.wordOr(SOURCE, AdvancePurpose.TURNOVER));
            case EXTEND_ADVANCE -> new ExtendAdvance(v, row.id(ADVANCE), row.date(DUE), row.text(RESOLUTION));
            case REPAY_ADVANCE -> new RepayAdvance(v, row.id(ADVANCE), row.amount());
            case RECEIVE_RETURN -> new ReceiveReturn(v, row.id(ADVANCE), row.amount());
            case WRITE_OFF_ADVANCE -> new WriteOffAdvance(v, row.id(ADVANCE), row.amount(), row.text(RESOLUTION));
            case RECOVER_WRITE_OFF -> new RecoverWriteOff(v, row.id(ADVANCE), row.amount());
            case RECEIVE_DEPOSIT -> new ReceiveDeposit(v, row.id(PARTY), row.amount());
            case REFUND_DEPOSIT -> new RefundDeposit(v, row.id(PARTY), row.amount());
            case RECORD_COLLECTIVE_INCOME ->
                new RecordCollectiveIncome(
                        v, row.amount(), row.word(SOURCE, IncomeSource.class), row.wordOr(PAYER, IncomeRoute.DIRECT));
            case REMIT_COLLECTIVE_INCOME -> new RemitCollectiveIncome(v, row.amount());
            case OTHER_INCOME -> new ReceiveOtherIncome(v, row.amount());
            case PAY_EXPENSE -> new PayExpense(v, row.amount());
            case APPROPRIATE_RESERVE -> new AppropriateReserve(v, row.amount());
            case FUND_RESERVE -> new FundReserve(v, row.amount());
            case DECLARE_DIVIDEND -> new DeclareDividend(v, row.year(), basis(row));
            case PAY_DIVIDEND -> new PayDividend(v, row.year(), payee(row));
            case RETURN_DIVIDEND_PAYMENT -> new ReturnDividendPayment(v, row.year(), row.id(PARTY), row.amount());
            case PAY_GUARANTEE -> payGuarantee(row, v);
            case REVERSE -> {
                row.proof();
                yield new Reverse(v, row.id(REVERSES));
            }
            case CLOSE_MONTH -> new CloseMonth(v, row.month());
            case REGISTER_WORKER -> new RegisterWorker(v, row.id(PARTY), row.id(COUNTERPARTY));
            case PLACE_WORKER ->
                new PlaceWorker(v, row.id(PARTY), row.id(COUNTERPARTY), row.word(SOURCE, PlacementKind.class));
            case END_PLACEMENT -> new EndPlacement(v, row.id(PARTY));
            case CONFIRM_WAGE -> {
                row.proof();
                yield new ConfirmWage(v, row.id(PARTY), row.month(), row.amount(), row.optionalId(COUNTERPARTY));
            }
            case COMPLETE_TRAINING -> {
                row.proof();
                yield new CompleteTraining(v, row.id(PARTY));
            }
            case RECORD_HOUSEHOLD_INCOME -> {
                row.proof();
                yield new RecordHouseholdIncome(
                        v, row.id(PARTY), row.year(), row.amount(), row.word(SOURCE, HouseholdIncomeSource.class));
            }
        };
    }

    /** Exactly one of amount and rate. */
    private static Basis basis(RowReader row) {
        if (row.isGiven(AMOUNT) && row.isGiven(RATE)) {
            row.fault(RefusalCode.BAD_AMOUNT, RATE, Map.of("reason", "both"));
        }
        return row.isGiven(RATE) ? new Basis.OfRate(row.rate()) : new Basis.OfAmount(row.amount());
    }

    private static Payee payee(RowReader row) {
        if (!row.isEveryone()) {
            return new Payee.OneHousehold(row.id(PARTY), row.optionalAmount());
        }
        if (row.isGiven(AMOUNT)) {
            row.fault(RefusalCode.BAD_AMOUNT, AMOUNT, Map.of("reason", "everyone"));
        }
        return new Payee.Everyone();
    }

    private static PayGuarantee payGuarantee(RowReader row, Voucher v) {
        Guarantee guarantee = row.word(GUARANTEE, Guarantee.class);
        GuaranteePayer payer = row.word(PAYER, GuaranteePayer.class);
        // Each of the two words asks for its own columns, so that a missing one is seen beside an unknown word.
        boolean ofAdvance = row.isRead(GUARANTEE) && guarantee == Guarantee.CAPITAL_SAFETY;
        boolean ofHousehold = row.isRead(GUARANTEE) && guarantee == Guarantee.EMPLOYMENT_INCOME;
        boolean ofCompany = row.isRead(PAYER) && (payer == GuaranteePayer.DEPOSIT || payer == GuaranteePayer.COMPANY);
        return new PayGuarantee(
                v,
                guarantee,
                payer,
                row.amount(),
                row.year(),
                ofAdvance ? row.id(ADVANCE) : null,
                ofHousehold ? row.id(PARTY) : null,
                ofCompany ? row.id(COUNTERPARTY) : null);
    }
}
