package coop.laborfund.ledger.posting;

import static coop.laborfund.ledger.posting.Account.ADVANCES;
import static coop.laborfund.ledger.posting.Account.APPROPRIATION;
import static coop.laborfund.ledger.posting.Account.BANK;
import static coop.laborfund.ledger.posting.Account.DIVIDENDS_PAYABLE;
import static coop.laborfund.ledger.posting.Account.EXPENSES;
import static coop.laborfund.ledger.posting.Account.LOSSES;
import static coop.laborfund.ledger.posting.Account.PAYABLES;
import static coop.laborfund.ledger.posting.Account.RESERVE;
import static coop.laborfund.ledger.posting.Account.RETURNS;
import static coop.laborfund.ledger.posting.Account.SHARES;
import static coop.laborfund.ledger.posting.Account.YEAR_RESULT;
import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The entry of each event: which accounts it debits and credits. The whole of the bookkeeping is on this page. */
public final class Postings {

    private Postings() {}

    public static Entry of(FundEvent event) {
        return switch (event) {
            case SetupEvent e -> Entry.none(e.date());
            case ShareEvent e -> shares(e);
            case AdvanceEvent e -> advance(e);
            case TreasuryEvent e -> treasury(e);
            case DividendEvent e -> dividend(e);
            case GuaranteePaid e -> guarantee(e);
            case LaborEvent e -> Entry.none(e.date());
            case MovementReversed e -> of(e.original()).inverse(e.date());
            case PeriodEvent e -> period(e);
        };
    }

    private static Entry shares(ShareEvent event) {
        return switch (event) {
            case SharesInvested e -> simple(e, e.amount(), BANK, Subs.NONE, SHARES, e.household());
            case SharesWithdrawn e -> simple(e, e.amount(), SHARES, e.household(), BANK, Subs.NONE);
            case SharesTransferred e -> simple(e, e.amount(), SHARES, e.from(), SHARES, e.to());
        };
    }

    private static Entry advance(AdvanceEvent event) {
        return switch (event) {
            case CapitalAdvanced e ->
                simple(e, e.amount(), ADVANCES, Subs.advance(e.company(), e.advance()), BANK, Subs.NONE);
            case AdvanceExtended e -> Entry.none(e.date());
            case AdvanceRepaid e ->
                simple(e, e.amount(), BANK, Subs.NONE, ADVANCES, Subs.advance(e.company(), e.advance()));
            case ReturnReceived e -> simple(e, e.amount(), BANK, Subs.NONE, RETURNS, e.company());
            case AdvanceWrittenOff e ->
                simple(e, e.amount(), LOSSES, Subs.NONE, ADVANCES, Subs.advance(e.company(), e.advance()));
            case WriteOffRecovered e -> simple(e, e.amount(), BANK, Subs.NONE, Account.OTHER_INCOME, Subs.NONE);
        };
    }

    private static Entry treasury(TreasuryEvent event) {
        return switch (event) {
            case DepositReceived e -> simple(e, e.amount(), BANK, Subs.NONE, PAYABLES, Subs.deposit(e.company()));
            case DepositRefunded e -> simple(e, e.amount(), PAYABLES, Subs.deposit(e.company()), BANK, Subs.NONE);
            case CollectiveIncomeRecorded e -> collectiveIncome(e);
            case CollectiveIncomeRemitted e -> simple(e, e.amount(), PAYABLES, e.village(), BANK, Subs.NONE);
            case OtherIncomeReceived e -> simple(e, e.amount(), BANK, Subs.NONE, Account.OTHER_INCOME, Subs.NONE);
            case ExpensePaid e -> simple(e, e.amount(), EXPENSES, Subs.NONE, BANK, Subs.NONE);
            case ReserveAppropriated e -> simple(e, e.amount(), APPROPRIATION, Subs.NONE, RESERVE, Subs.RISK);
            case ReserveFunded e -> simple(e, e.amount(), BANK, Subs.NONE, RESERVE, Subs.RISK);
        };
    }

    /** The fund's own return to the village comes out of its surplus; money that went straight to the village is not ours. */
    private static Entry collectiveIncome(CollectiveIncomeRecorded event) {
        if (event.source() == IncomeSource.FUND_RETURN) {
            return simple(event, event.amount(), APPROPRIATION, Subs.NONE, PAYABLES, event.village());
        }
        return event.route() == IncomeRoute.FUND
                ? simple(event, event.amount(), BANK, Subs.NONE, PAYABLES, event.village())
                : Entry.none(event.date());
    }

    private static Entry dividend(DividendEvent event) {
        return switch (event) {
            case DividendDeclared e -> {
                List<Line> lines = new ArrayList<>();
                lines.add(new Line(APPROPRIATION, Subs.NONE, total(e.lines())));
                e.lines()
                        .forEach(line -> lines.add(new Line(
                                DIVIDENDS_PAYABLE,
                                line.household(),
                                line.amount().negate())));
                yield new Entry(e.date(), lines);
            }
            case DividendPaid e -> {
                List<Line> lines = new ArrayList<>();
                e.lines().forEach(line -> lines.add(new Line(DIVIDENDS_PAYABLE, line.household(), line.amount())));
                lines.add(new Line(BANK, Subs.NONE, total(e.lines()).negate()));
                yield new Entry(e.date(), lines);
            }
            case DividendPaymentReturned e -> simple(e, e.amount(), BANK, Subs.NONE, DIVIDENDS_PAYABLE, e.household());
        };
    }

    private static Entry guarantee(GuaranteePaid event) {
        return switch (event.guarantee()) {
            case CAPITAL_SAFETY ->
                capitalPayout(event, Subs.advance(requireNonNull(event.debtor()), requireNonNull(event.advance())));
            case COLLECTIVE_INCOME, EMPLOYMENT_INCOME -> payoutThroughBank(event);
        };
    }

    private static Entry capitalPayout(GuaranteePaid event, String advance) {
        return switch (event.payer()) {
            case DEPOSIT -> simple(event, event.amount(), PAYABLES, depositOf(event), ADVANCES, advance);
            case RESERVE -> simple(event, event.amount(), RESERVE, Subs.RISK, ADVANCES, advance);
            case COMPANY, GUARANTOR -> simple(event, event.amount(), BANK, Subs.NONE, ADVANCES, advance);
        };
    }

    /** What somebody else pays comes in and goes out again, so that the bank statement shows both. */
    private static Entry payoutThroughBank(GuaranteePaid event) {
        return switch (event.payer()) {
            case DEPOSIT -> simple(event, event.amount(), PAYABLES, depositOf(event), BANK, Subs.NONE);
            case RESERVE -> simple(event, event.amount(), RESERVE, Subs.RISK, BANK, Subs.NONE);
            case COMPANY, GUARANTOR -> {
                List<Line> lines =
                        new ArrayList<>(simple(event, event.amount(), BANK, Subs.NONE, PAYABLES, Subs.GUARANTEE)
                                .lines());
                lines.addAll(simple(event, event.amount(), PAYABLES, Subs.GUARANTEE, BANK, Subs.NONE)
                        .lines());
                yield new Entry(event.date(), lines);
            }
        };
    }

    private static String depositOf(GuaranteePaid event) {
        return Subs.deposit(requireNonNull(event.company()));
    }

    private static Entry period(PeriodEvent event) {
        return switch (event) {
            case MonthClosed e -> closing(e);
        };
    }

    private static Entry closing(MonthClosed event) {
        LocalDate lastDay = event.month().atEndOfMonth();
        List<Line> lines = new ArrayList<>();
        Fen result = Fen.ZERO;
        for (YearResult year : event.results()) {
            Account account = ChartOfAccounts.headingOf(year.account()).account();
            lines.add(new Line(account, year.sub(), year.balance().negate()));
            result = result.plus(year.balance());
        }
        if (!result.isZero()) {
            lines.add(new Line(YEAR_RESULT, Subs.NONE, result));
            lines.add(new Line(YEAR_RESULT, Subs.NONE, result.negate()));
            lines.add(new Line(APPROPRIATION, Subs.NONE, result));
        }
        return new Entry(lastDay, lines);
    }

    private static Fen total(List<DividendLine> lines) {
        return lines.stream().map(DividendLine::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private static Entry simple(
            FundEvent event, Fen amount, Account debit, String debitSub, Account credit, String creditSub) {
        return new Entry(
                event.date(), List.of(new Line(debit, debitSub, amount), new Line(credit, creditSub, amount.negate())));
    }
}
