package coop.laborfund.ledger.movement;

import static coop.laborfund.ledger.command.Column.GUARANTEE;
import static coop.laborfund.ledger.command.Column.PAYER;
import static coop.laborfund.ledger.command.Column.SOURCE;
import static coop.laborfund.ledger.movement.CommandForm.form;
import static coop.laborfund.ledger.movement.Nature.control;
import static coop.laborfund.ledger.movement.Nature.labor;
import static coop.laborfund.ledger.movement.Nature.money;
import static coop.laborfund.ledger.movement.Nature.setup;
import static coop.laborfund.ledger.movement.Nature.statement;
import static coop.laborfund.ledger.movement.Parts.ADVANCE;
import static coop.laborfund.ledger.movement.Parts.AMOUNT;
import static coop.laborfund.ledger.movement.Parts.BALANCE;
import static coop.laborfund.ledger.movement.Parts.BANK_LINES;
import static coop.laborfund.ledger.movement.Parts.BANK_TEXT;
import static coop.laborfund.ledger.movement.Parts.BASIS;
import static coop.laborfund.ledger.movement.Parts.COMPANY;
import static coop.laborfund.ledger.movement.Parts.COMPANY_NAME;
import static coop.laborfund.ledger.movement.Parts.COURSE;
import static coop.laborfund.ledger.movement.Parts.DUE;
import static coop.laborfund.ledger.movement.Parts.EMPLOYER;
import static coop.laborfund.ledger.movement.Parts.FUND_NAME;
import static coop.laborfund.ledger.movement.Parts.HOUSEHOLD;
import static coop.laborfund.ledger.movement.Parts.HOUSEHOLD_NAME;
import static coop.laborfund.ledger.movement.Parts.MATCHED;
import static coop.laborfund.ledger.movement.Parts.MONTH;
import static coop.laborfund.ledger.movement.Parts.PAYEE;
import static coop.laborfund.ledger.movement.Parts.PAYING_COMPANY;
import static coop.laborfund.ledger.movement.Parts.POLICY;
import static coop.laborfund.ledger.movement.Parts.PROOF;
import static coop.laborfund.ledger.movement.Parts.RATE;
import static coop.laborfund.ledger.movement.Parts.REASON;
import static coop.laborfund.ledger.movement.Parts.RECEIVING_HOUSEHOLD;
import static coop.laborfund.ledger.movement.Parts.RESOLUTION;
import static coop.laborfund.ledger.movement.Parts.REVERSED;
import static coop.laborfund.ledger.movement.Parts.SIZE;
import static coop.laborfund.ledger.movement.Parts.VILLAGE;
import static coop.laborfund.ledger.movement.Parts.WORKER;
import static coop.laborfund.ledger.movement.Parts.WORKERS_HOUSEHOLD;
import static coop.laborfund.ledger.movement.Parts.YEAR;
import static coop.laborfund.ledger.movement.Parts.lateWordOr;
import static coop.laborfund.ledger.movement.Parts.word;
import static coop.laborfund.ledger.movement.Parts.wordOr;

import coop.laborfund.ledger.command.AdvanceCommand.AdvanceCapital;
import coop.laborfund.ledger.command.AdvanceCommand.ExtendAdvance;
import coop.laborfund.ledger.command.AdvanceCommand.ReceiveReturn;
import coop.laborfund.ledger.command.AdvanceCommand.RecoverPayout;
import coop.laborfund.ledger.command.AdvanceCommand.RecoverWriteOff;
import coop.laborfund.ledger.command.AdvanceCommand.RepayAdvance;
import coop.laborfund.ledger.command.AdvanceCommand.WriteOffAdvance;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.DividendCommand.DeclareDividend;
import coop.laborfund.ledger.command.DividendCommand.PayDividend;
import coop.laborfund.ledger.command.DividendCommand.ReturnDividendPayment;
import coop.laborfund.ledger.command.LaborCommand.CompleteTraining;
import coop.laborfund.ledger.command.LaborCommand.ConfirmWage;
import coop.laborfund.ledger.command.LaborCommand.EndPlacement;
import coop.laborfund.ledger.command.LaborCommand.PlaceWorker;
import coop.laborfund.ledger.command.LaborCommand.RecordHouseholdIncome;
import coop.laborfund.ledger.command.LaborCommand.RegisterWorker;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.command.PayGuarantee;
import coop.laborfund.ledger.command.PeriodCommand.CloseMonth;
import coop.laborfund.ledger.command.PeriodCommand.PublishNotice;
import coop.laborfund.ledger.command.Reverse;
import coop.laborfund.ledger.command.SetupCommand.AdmitHousehold;
import coop.laborfund.ledger.command.SetupCommand.ChangeHousehold;
import coop.laborfund.ledger.command.SetupCommand.EnrollCompany;
import coop.laborfund.ledger.command.SetupCommand.LeaveFund;
import coop.laborfund.ledger.command.SetupCommand.OpenFund;
import coop.laborfund.ledger.command.SetupCommand.SetPolicy;
import coop.laborfund.ledger.command.ShareCommand.AllocateLoss;
import coop.laborfund.ledger.command.ShareCommand.InvestShares;
import coop.laborfund.ledger.command.ShareCommand.TransferShares;
import coop.laborfund.ledger.command.ShareCommand.WithdrawShares;
import coop.laborfund.ledger.command.StatementCommand.MatchBankLines;
import coop.laborfund.ledger.command.StatementCommand.RecordBankLine;
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
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
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
import coop.laborfund.ledger.event.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of movement that a treasurer may record (业务类型), in the order of the contract: each is declared here, as data, and
 * nowhere else. What reads rows, offers words, describes the interface and writes documents asks the declaration.
 */
public enum MovementType implements Word {
    OPEN_FUND(
            setup("设立基金", FundOpened.class),
            form(OpenFund.class, OpenFund::new, FUND_NAME, VILLAGE, POLICY.orElse(TreeMap::new))),
    SET_POLICY(setup("调整政策", PolicySet.class), form(SetPolicy.class, SetPolicy::new, POLICY, RESOLUTION)),
    ADMIT_HOUSEHOLD(
            setup("入社", HouseholdAdmitted.class),
            form(AdmitHousehold.class, AdmitHousehold::new, HOUSEHOLD, SIZE).registering(HOUSEHOLD_NAME)),
    CHANGE_HOUSEHOLD(
            setup("户变更", HouseholdChanged.class), form(ChangeHousehold.class, ChangeHousehold::new, HOUSEHOLD, SIZE)),
    LEAVE_FUND(setup("离社", HouseholdLeft.class), form(LeaveFund.class, LeaveFund::new, HOUSEHOLD)),
    ENROLL_COMPANY(
            setup("登记公司", CompanyEnrolled.class), form(EnrollCompany.class, EnrollCompany::new, COMPANY, COMPANY_NAME)),
    INVEST_SHARES(
            money("入股", SharesInvested.class),
            form(InvestShares.class, InvestShares::new, HOUSEHOLD, AMOUNT, wordOr(SOURCE, ShareSource.INDUSTRY_FUND))),
    WITHDRAW_SHARES(
            money("退股", SharesWithdrawn.class),
            form(
                    WithdrawShares.class,
                    WithdrawShares::new,
                    HOUSEHOLD,
                    AMOUNT,
                    word(SOURCE, ShareSource.class).optional())),
    TRANSFER_SHARES(
            money("股金转让", SharesTransferred.class),
            form(
                    TransferShares.class,
                    TransferShares::new,
                    HOUSEHOLD,
                    RECEIVING_HOUSEHOLD,
                    AMOUNT,
                    word(SOURCE, ShareSource.class).optional())),
    ALLOCATE_LOSS(
            money("弥补亏损", LossAllocated.class),
            form(AllocateLoss.class, AllocateLoss::new, AMOUNT, RESOLUTION, wordOr(SOURCE, LossSource.SHARES))),
    ADVANCE_CAPITAL(
            money("投放资金", CapitalAdvanced.class),
            form(
                    AdvanceCapital.class,
                    AdvanceCapital::new,
                    ADVANCE,
                    COMPANY,
                    AMOUNT,
                    RATE,
                    DUE,
                    RESOLUTION,
                    wordOr(SOURCE, AdvancePurpose.TURNOVER))),
    EXTEND_ADVANCE(
            setup("展期", AdvanceExtended.class).canBeReversed(),
            form(ExtendAdvance.class, ExtendAdvance::new, ADVANCE, DUE, RESOLUTION)),
    REPAY_ADVANCE(money("收回本金", AdvanceRepaid.class), form(RepayAdvance.class, RepayAdvance::new, ADVANCE, AMOUNT)),
    RECEIVE_RETURN(money("收取收益", ReturnReceived.class), form(ReceiveReturn.class, ReceiveReturn::new, ADVANCE, AMOUNT)),
    WRITE_OFF_ADVANCE(
            money("核销", AdvanceWrittenOff.class),
            form(WriteOffAdvance.class, WriteOffAdvance::new, ADVANCE, AMOUNT, RESOLUTION)),
    RECOVER_WRITE_OFF(
            money("核销收回", WriteOffRecovered.class), form(RecoverWriteOff.class, RecoverWriteOff::new, ADVANCE, AMOUNT)),
    RECOVER_PAYOUT(
            money("追偿收回", PayoutRecovered.class), form(RecoverPayout.class, RecoverPayout::new, ADVANCE, AMOUNT)),
    RECEIVE_DEPOSIT(
            money("收保证金", DepositReceived.class), form(ReceiveDeposit.class, ReceiveDeposit::new, COMPANY, AMOUNT)),
    REFUND_DEPOSIT(
            money("退保证金", DepositRefunded.class), form(RefundDeposit.class, RefundDeposit::new, COMPANY, AMOUNT)),
    RECORD_COLLECTIVE_INCOME(
            money("村集体收入", CollectiveIncomeRecorded.class),
            form(
                    RecordCollectiveIncome.class,
                    RecordCollectiveIncome::new,
                    AMOUNT,
                    word(SOURCE, IncomeSource.class),
                    wordOr(PAYER, IncomeRoute.DIRECT))),
    REMIT_COLLECTIVE_INCOME(
            money("拨付村集体", CollectiveIncomeRemitted.class),
            form(RemitCollectiveIncome.class, RemitCollectiveIncome::new, AMOUNT)),
    OTHER_INCOME(
            money("其他收入", OtherIncomeReceived.class), form(ReceiveOtherIncome.class, ReceiveOtherIncome::new, AMOUNT)),
    PAY_EXPENSE(money("管理费用", ExpensePaid.class), form(PayExpense.class, PayExpense::new, AMOUNT)),
    BANK_INTEREST(
            money("存款利息", BankInterestReceived.class),
            form(ReceiveBankInterest.class, ReceiveBankInterest::new, AMOUNT)),
    BANK_FEE(money("银行手续费", BankFeePaid.class), form(PayBankFee.class, PayBankFee::new, AMOUNT)),
    APPROPRIATE_RESERVE(
            money("提取风险准备金", ReserveAppropriated.class),
            form(AppropriateReserve.class, AppropriateReserve::new, AMOUNT)),
    FUND_RESERVE(
            money("注入风险准备金", ReserveFunded.class),
            form(FundReserve.class, FundReserve::new, AMOUNT, lateWordOr(SOURCE, ReserveSource.FISCAL))),
    DECLARE_DIVIDEND(
            money("宣告分红", DividendDeclared.class), form(DeclareDividend.class, DeclareDividend::new, YEAR, BASIS)),
    PAY_DIVIDEND(money("发放分红", DividendPaid.class), form(PayDividend.class, PayDividend::new, YEAR, PAYEE)),
    RETURN_DIVIDEND_PAYMENT(
            money("分红退回", DividendPaymentReturned.class),
            form(ReturnDividendPayment.class, ReturnDividendPayment::new, YEAR, HOUSEHOLD, AMOUNT)),
    PAY_GUARANTEE(
            money("担保代偿", GuaranteePaid.class),
            form(
                    PayGuarantee.class,
                    PayGuarantee::new,
                    word(GUARANTEE, Guarantee.class),
                    word(PAYER, GuaranteePayer.class),
                    AMOUNT,
                    YEAR,
                    ADVANCE.when(GUARANTEE, Guarantee.CAPITAL_SAFETY),
                    HOUSEHOLD.when(GUARANTEE, Guarantee.EMPLOYMENT_INCOME),
                    PAYING_COMPANY.when(PAYER, GuaranteePayer.DEPOSIT, GuaranteePayer.COMPANY),
                    RESOLUTION.when(PAYER, GuaranteePayer.RESERVE))),
    REVERSE(
            control("冲正", MovementReversed.class),
            form(Reverse.class, Reverse::new, REVERSED).proved(REASON)),
    CLOSE_MONTH(control("月结", MonthClosed.class), form(CloseMonth.class, CloseMonth::new, MONTH)),
    PUBLISH_NOTICE(control("公示", NoticePublished.class), form(PublishNotice.class, PublishNotice::new, MONTH)),
    BANK_LINE(
            statement("银行流水", BankLineRecorded.class),
            form(
                            RecordBankLine.class,
                            RecordBankLine::new,
                            AMOUNT,
                            word(SOURCE, BankDirection.class),
                            BALANCE.optional())
                    .registering(BANK_TEXT)),
    MATCH_BANK_LINE(
            statement("对账勾对", BankLinesMatched.class),
            form(MatchBankLines.class, MatchBankLines::new, BANK_LINES, MATCHED)),
    REGISTER_WORKER(
            labor("登记劳动力", WorkerRegistered.class).irreversible(),
            form(RegisterWorker.class, RegisterWorker::new, WORKER, WORKERS_HOUSEHOLD)),
    PLACE_WORKER(
            labor("就业", WorkerPlaced.class),
            form(PlaceWorker.class, PlaceWorker::new, WORKER, EMPLOYER, word(SOURCE, PlacementKind.class))),
    END_PLACEMENT(labor("离岗", PlacementEnded.class), form(EndPlacement.class, EndPlacement::new, WORKER)),
    CONFIRM_WAGE(
            labor("工资确认", WageConfirmed.class),
            form(ConfirmWage.class, ConfirmWage::new, WORKER, MONTH, AMOUNT, EMPLOYER.optional())
                    .proved(PROOF)),
    COMPLETE_TRAINING(
            labor("完成培训", TrainingCompleted.class),
            form(CompleteTraining.class, CompleteTraining::new, WORKER).proved(COURSE)),
    RECORD_HOUSEHOLD_INCOME(
            labor("户其他收入", HouseholdIncomeRecorded.class),
            form(
                            RecordHouseholdIncome.class,
                            RecordHouseholdIncome::new,
                            HOUSEHOLD,
                            YEAR,
                            AMOUNT,
                            word(SOURCE, HouseholdIncomeSource.class))
                    .proved(PROOF));

    /** What a movement touches; closed months bind money and set-up. */
    public enum Kind {
        SETUP,
        MONEY,
        LABOR,
        CONTROL,
        STATEMENT
    }

    private static final Map<Class<?>, MovementType> BY_EVENT = by(MovementType::event);
    private static final Map<Class<?>, MovementType> BY_COMMAND = by(MovementType::command);

    @SuppressWarnings("ImmutableEnumChecker") // Its one class is a token.
    private final Nature nature;

    @SuppressWarnings("ImmutableEnumChecker") // Lists that are copied and functions without state.
    private final CommandForm form;

    MovementType(Nature nature, CommandForm form) {
        this.nature = nature;
        this.form = form;
    }

    private static Map<Class<?>, MovementType> by(Function<MovementType, Class<?>> part) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(part, type -> type));
    }

    /** The type of the movement that an event records. */
    public static MovementType of(FundEvent event) {
        return known(BY_EVENT.get(event.getClass()), event);
    }

    /** The type of the movement that a command asks for. */
    public static MovementType of(MovementCommand command) {
        return known(BY_COMMAND.get(command.getClass()), command);
    }

    private static MovementType known(@Nullable MovementType type, Object movement) {
        if (type == null) {
            throw new IllegalStateException(movement.getClass() + " is not declared in MovementType");
        }
        return type;
    }

    @Override
    public String chinese() {
        return nature.chinese();
    }

    public Kind kind() {
        return nature.kind();
    }

    /** Whether a 冲正 may undo it. */
    public boolean reversible() {
        return nature.reversible();
    }

    /** The event that an accepted movement becomes. */
    public Class<? extends FundEvent> event() {
        return nature.event();
    }

    /** The command that a well-formed row becomes. */
    public Class<? extends MovementCommand> command() {
        return form.command();
    }

    /** The columns that it uses beside those of every movement ({@code ref, date, fund, type} and the memo). */
    public List<ColumnUse> columns() {
        return form.columns();
    }

    /** How it uses a column; empty where it does not. */
    public Optional<ColumnUse> use(Column column) {
        return columns().stream().filter(use -> use.column() == column).findFirst();
    }

    /** The column with the money that the movement is about; empty where it names none. */
    public Optional<Column> amount() {
        return columns().stream()
                .filter(use -> use.form() == CellForm.AMOUNT)
                .map(ColumnUse::column)
                .findFirst();
    }

    CommandForm commandForm() {
        return form;
    }
}
