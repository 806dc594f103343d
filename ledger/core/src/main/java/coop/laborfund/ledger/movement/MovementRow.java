package coop.laborfund.ledger.movement;

import static coop.laborfund.ledger.command.Column.ADVANCE;
import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.BALANCE;
import static coop.laborfund.ledger.command.Column.COUNTERPARTY;
import static coop.laborfund.ledger.command.Column.DUE;
import static coop.laborfund.ledger.command.Column.GUARANTEE;
import static coop.laborfund.ledger.command.Column.LINE;
import static coop.laborfund.ledger.command.Column.MATCH;
import static coop.laborfund.ledger.command.Column.MONTH;
import static coop.laborfund.ledger.command.Column.NAME;
import static coop.laborfund.ledger.command.Column.PARTY;
import static coop.laborfund.ledger.command.Column.PAYER;
import static coop.laborfund.ledger.command.Column.POLICY;
import static coop.laborfund.ledger.command.Column.RATE;
import static coop.laborfund.ledger.command.Column.RESOLUTION;
import static coop.laborfund.ledger.command.Column.REVERSES;
import static coop.laborfund.ledger.command.Column.SIZE;
import static coop.laborfund.ledger.command.Column.SOURCE;
import static coop.laborfund.ledger.command.Column.YEAR;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.event.TreasuryEvent;
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
import coop.laborfund.ledger.money.Fen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event as a row of the movements file that, decided on the state before it, becomes the same event again. What the registers
 * beside the history hold is not in it.
 */
public final class MovementRow {

    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    private MovementRow() {}

    /** The cells by column; empty ones are left out. */
    public static Map<Column, String> of(FundEvent event) {
        MovementRow row = new MovementRow();
        row.with(Column.REF, event.ref())
                .with(Column.DATE, event.date())
                .with(Column.FUND, event.fund())
                .with(Column.TYPE, MovementType.of(event).name())
                .with(Column.MEMO, event.voucher().memo());
        return (switch (event) {
                    case SetupEvent e -> row.setup(e);
                    case ShareEvent e -> row.shares(e);
                    case AdvanceEvent e -> row.advance(e);
                    case TreasuryEvent e -> row.treasury(e);
                    case DividendEvent e -> row.dividend(e);
                    case GuaranteePaid e -> row.guarantee(e);
                    case LaborEvent e -> row.labor(e);
                    case MovementReversed e -> row.with(REVERSES, e.original().ref());
                    case PeriodEvent e -> row.period(e);
                    case StatementEvent e -> row.statement(e);
                })
                .cells;
    }

    private MovementRow with(Column column, @Nullable Object value) {
        String text = value == null ? "" : value instanceof Enum<?> word ? word.name() : value.toString();
        if (!text.isEmpty()) {
            cells.put(column, text);
        }
        return this;
    }

    private MovementRow policy(Map<String, String> policy) {
        return with(
                POLICY,
                policy.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private MovementRow setup(SetupEvent event) {
        return switch (event) {
            case FundOpened e -> with(NAME, e.name()).with(PARTY, e.village()).policy(e.policy());
            case PolicySet e -> policy(e.policy()).with(RESOLUTION, e.resolution());
            case HouseholdAdmitted e -> with(PARTY, e.household()).with(SIZE, e.size());
            case HouseholdChanged e -> with(PARTY, e.household()).with(SIZE, e.size());
            case HouseholdLeft e -> with(PARTY, e.household());
            case CompanyEnrolled e -> with(PARTY, e.company()).with(NAME, e.name());
        };
    }

    private MovementRow shares(ShareEvent event) {
        with(AMOUNT, event.amount());
        return switch (event) {
            case SharesInvested e -> with(PARTY, e.household()).with(SOURCE, e.source());
            case SharesWithdrawn e -> with(PARTY, e.household()).with(SOURCE, source(e.amount(), e.own()));
            case SharesTransferred e ->
                with(PARTY, e.from()).with(COUNTERPARTY, e.to()).with(SOURCE, source(e.amount(), e.own()));
            case LossAllocated e -> with(SOURCE, e.source()).with(RESOLUTION, e.resolution());
        };
    }

    /** None where both were taken: own money first, as a row without a source says. */
    private static @Nullable ShareSource source(Fen amount, Fen own) {
        if (own.isZero()) {
            return ShareSource.INDUSTRY_FUND;
        }
        return own.equals(amount) ? ShareSource.OWN : null;
    }

    private MovementRow advance(AdvanceEvent event) {
        with(ADVANCE, event.advance());
        return switch (event) {
            case CapitalAdvanced e ->
                with(PARTY, e.company())
                        .with(AMOUNT, e.amount())
                        .with(RATE, e.rate())
                        .with(DUE, e.due())
                        .with(RESOLUTION, e.resolution())
                        .with(SOURCE, e.purpose());
            case AdvanceExtended e -> with(DUE, e.due()).with(RESOLUTION, e.resolution());
            case AdvanceRepaid e -> with(AMOUNT, e.amount());
            case ReturnReceived e -> with(AMOUNT, e.amount());
            case AdvanceWrittenOff e -> with(AMOUNT, e.amount()).with(RESOLUTION, e.resolution());
            case WriteOffRecovered e -> with(AMOUNT, e.amount());
            case PayoutRecovered e -> with(AMOUNT, e.amount());
        };
    }

    private MovementRow treasury(TreasuryEvent event) {
        with(AMOUNT, event.amount());
        return switch (event) {
            case DepositReceived e -> with(PARTY, e.company());
            case DepositRefunded e -> with(PARTY, e.company());
            case CollectiveIncomeRecorded e -> with(SOURCE, e.source()).with(PAYER, e.route());
            case CollectiveIncomeRemitted e -> this;
            case OtherIncomeReceived e -> this;
            case ExpensePaid e -> this;
            case BankInterestReceived e -> this;
            case BankFeePaid e -> this;
            case ReserveAppropriated e -> this;
            case ReserveFunded e -> with(SOURCE, e.source());
        };
    }

    private MovementRow dividend(DividendEvent event) {
        return switch (event) {
            case DividendDeclared e ->
                e.rate() == null
                        ? with(YEAR, e.year()).with(AMOUNT, total(e.lines()))
                        : with(YEAR, e.year()).with(RATE, e.rate());
            case DividendPaid e -> with(YEAR, e.year()).paid(e.lines());
            case DividendPaymentReturned e ->
                with(YEAR, e.year()).with(PARTY, e.household()).with(AMOUNT, e.amount());
        };
    }

    /** One household's line is its own, whoever else might have been paid with it. */
    private MovementRow paid(List<DividendLine> lines) {
        return lines.size() == 1
                ? with(PARTY, lines.getFirst().household())
                        .with(AMOUNT, lines.getFirst().amount())
                : with(PARTY, Need.EVERYONE);
    }

    private static Fen total(List<DividendLine> lines) {
        return lines.stream().map(DividendLine::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private MovementRow guarantee(GuaranteePaid event) {
        return with(GUARANTEE, event.guarantee())
                .with(PAYER, event.payer())
                .with(AMOUNT, event.amount())
                .with(YEAR, event.year())
                .with(ADVANCE, event.advance())
                .with(PARTY, event.household())
                .with(COUNTERPARTY, event.company())
                .with(RESOLUTION, event.resolution());
    }

    private MovementRow labor(LaborEvent event) {
        return switch (event) {
            case WorkerRegistered e -> with(PARTY, e.worker()).with(COUNTERPARTY, e.household());
            case WorkerPlaced e ->
                with(PARTY, e.worker()).with(COUNTERPARTY, e.employer()).with(SOURCE, e.kind());
            case PlacementEnded e -> with(PARTY, e.worker());
            case WageConfirmed e ->
                with(PARTY, e.worker())
                        .with(MONTH, e.month())
                        .with(AMOUNT, e.amount())
                        .with(COUNTERPARTY, e.employer());
            case TrainingCompleted e -> with(PARTY, e.worker());
            case HouseholdIncomeRecorded e ->
                with(PARTY, e.household())
                        .with(YEAR, e.year())
                        .with(AMOUNT, e.amount())
                        .with(SOURCE, e.source());
        };
    }

    private MovementRow period(PeriodEvent event) {
        return switch (event) {
            case MonthClosed e -> with(MONTH, e.month());
            case NoticePublished e -> with(MONTH, e.month());
        };
    }

    private MovementRow statement(StatementEvent event) {
        return switch (event) {
            case BankLineRecorded e ->
                with(AMOUNT, e.amount()).with(SOURCE, e.direction()).with(BALANCE, e.balance());
            case BankLinesMatched e ->
                with(LINE, String.join(";", e.lines())).with(MATCH, String.join(";", e.movements()));
        };
    }
}
