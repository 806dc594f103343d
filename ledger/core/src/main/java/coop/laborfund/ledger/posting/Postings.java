package coop.laborfund.ledger.posting;

import static coop.laborfund.ledger.posting.Account.ADVANCES;
import static coop.laborfund.ledger.posting.Account.APPROPRIATION;
import static coop.laborfund.ledger.posting.Account.BANK;
import static coop.laborfund.ledger.posting.Account.DIVIDENDS_PAYABLE;
import static coop.laborfund.ledger.posting.Account.DONATED_RESERVE;
import static coop.laborfund.ledger.posting.Account.EXPENSES_2007;
import static coop.laborfund.ledger.posting.Account.FINANCE;
import static coop.laborfund.ledger.posting.Account.FISCAL_RESERVE;
import static coop.laborfund.ledger.posting.Account.LOSSES;
import static coop.laborfund.ledger.posting.Account.OTHER_INCOME;
import static coop.laborfund.ledger.posting.Account.PAYABLES;
import static coop.laborfund.ledger.posting.Account.RETURNS;
import static coop.laborfund.ledger.posting.Account.SHARES;
import static coop.laborfund.ledger.posting.Account.SURPLUS_RESERVE;
import static coop.laborfund.ledger.posting.Account.YEAR_RESULT;

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
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.StatementEvent;
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
            case GuaranteePaid e -> PayoutPostings.of(e);
            case LaborEvent e -> Entry.none(e.date());
            case MovementReversed e -> reversal(e);
            case PeriodEvent e -> period(e);
            case StatementEvent e -> Entry.none(e.date());
        };
    }

    private static Entry shares(ShareEvent event) {
        return switch (event) {
            case SharesInvested e -> Entry.of(e, BANK, Subs.NONE, SHARES, e.household());
            case SharesWithdrawn e -> Entry.of(e, SHARES, e.household(), BANK, Subs.NONE);
            case SharesTransferred e -> Entry.of(e, SHARES, e.from(), SHARES, e.to());
            case LossAllocated e -> loss(e);
        };
    }

    private static Entry loss(LossAllocated event) {
        return switch (event.source()) {
            case RESERVE -> Entry.of(event, SURPLUS_RESERVE, Subs.RISK, APPROPRIATION, Subs.UNDISTRIBUTED);
            case SHARES -> {
                List<Line> lines = new ArrayList<>();
                event.lines().forEach(line -> lines.add(new Line(SHARES, line.household(), line.amount())));
                lines.add(new Line(
                        APPROPRIATION, Subs.UNDISTRIBUTED, event.amount().negate()));
                yield new Entry(event.date(), lines);
            }
        };
    }

    private static Entry advance(AdvanceEvent event) {
        return switch (event) {
            case CapitalAdvanced e -> Entry.of(e, ADVANCES, Subs.advance(e.company(), e.advance()), BANK, Subs.NONE);
            case AdvanceExtended e -> Entry.none(e.date());
            case AdvanceRepaid e -> Entry.of(e, BANK, Subs.NONE, ADVANCES, Subs.advance(e.company(), e.advance()));
            case ReturnReceived e -> Entry.of(e, BANK, Subs.NONE, RETURNS, e.company());
            case AdvanceWrittenOff e ->
                Entry.of(e, LOSSES, Subs.NONE, ADVANCES, Subs.advance(e.company(), e.advance()));
            case WriteOffRecovered e -> Entry.of(e, BANK, Subs.NONE, OTHER_INCOME, Subs.NONE);
            case PayoutRecovered e -> PayoutPostings.recovery(e);
        };
    }

    private static Entry treasury(TreasuryEvent event) {
        LocalDate date = event.date();
        return switch (event) {
            case DepositReceived e -> Entry.of(e, BANK, Subs.NONE, PAYABLES, Subs.deposit(e.company()));
            case DepositRefunded e -> Entry.of(e, PAYABLES, Subs.deposit(e.company()), BANK, Subs.NONE);
            case CollectiveIncomeRecorded e -> collectiveIncome(e);
            case CollectiveIncomeRemitted e -> Entry.of(e, PAYABLES, e.village(), BANK, Subs.NONE);
            case OtherIncomeReceived e -> Entry.of(e, BANK, Subs.NONE, OTHER_INCOME, Subs.NONE);
            case ExpensePaid e ->
                Entry.of(
                        e,
                        e.rules() == Rules.V1 ? EXPENSES_2007 : ChartOfAccounts.expenses(date),
                        Subs.NONE,
                        BANK,
                        Subs.NONE);
            case BankInterestReceived e -> Entry.of(e, BANK, Subs.NONE, interest(date), Subs.NONE);
            case BankFeePaid e -> Entry.of(e, ChartOfAccounts.finance(date), Subs.NONE, BANK, Subs.NONE);
            case ReserveAppropriated e ->
                Entry.of(e, APPROPRIATION, distributed(e.rules()), SURPLUS_RESERVE, Subs.RISK);
            case ReserveFunded e -> Entry.of(e, BANK, Subs.NONE, funded(e), Subs.RISK);
        };
    }

    /** The chart of 2007 has no account for it among the expenses: it was income. */
    private static Account interest(LocalDate date) {
        Account finance = ChartOfAccounts.finance(date);
        return finance == FINANCE ? finance : OTHER_INCOME;
    }

    private static Account funded(ReserveFunded event) {
        if (event.rules() == Rules.V1) {
            return SURPLUS_RESERVE;
        }
        return switch (event.source()) {
            case FISCAL -> FISCAL_RESERVE;
            case DONATION -> DONATED_RESERVE;
        };
    }

    /** Version 1 had one account for all that becomes of surplus. */
    private static String distributed(Rules rules) {
        return rules == Rules.V1 ? Subs.NONE : Subs.DISTRIBUTED;
    }

    /** The fund's own return to the village comes out of its surplus; money that went straight to the village is not ours. */
    private static Entry collectiveIncome(CollectiveIncomeRecorded event) {
        if (event.source() == IncomeSource.FUND_RETURN) {
            return Entry.of(event, APPROPRIATION, distributed(event.rules()), PAYABLES, event.village());
        }
        return event.route() == IncomeRoute.FUND
                ? Entry.of(event, BANK, Subs.NONE, PAYABLES, event.village())
                : Entry.none(event.date());
    }

    private static Entry dividend(DividendEvent event) {
        return switch (event) {
            case DividendDeclared e -> {
                List<Line> lines = new ArrayList<>();
                lines.add(new Line(APPROPRIATION, distributed(e.rules()), total(e.lines())));
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
            case DividendPaymentReturned e -> Entry.of(e, BANK, Subs.NONE, DIVIDENDS_PAYABLE, e.household());
        };
    }

    /** What the chart of 2007 had on one account belongs on its two successors where it is undone later. */
    private static Entry reversal(MovementReversed event) {
        Entry inverse = of(event.original()).inverse(event.date());
        if (event.original() instanceof ExpensePaid expense && expense.rules() != Rules.V1) {
            return inverse.replace(EXPENSES_2007, ChartOfAccounts.expenses(event.date()));
        }
        return event.original() instanceof BankFeePaid
                ? inverse.replace(EXPENSES_2007, ChartOfAccounts.finance(event.date()))
                : inverse;
    }

    private static Entry period(PeriodEvent event) {
        return switch (event) {
            case MonthClosed e -> e.rules() == Rules.V1 ? closingOfVersion1(e) : closing(e);
            case NoticePublished e -> Entry.none(e.date());
        };
    }

    private static Entry closing(MonthClosed event) {
        List<Line> lines = new ArrayList<>();
        Fen result = Fen.ZERO;
        for (YearResult year : event.results()) {
            lines.add(line(year));
            lines.add(new Line(YEAR_RESULT, Subs.NONE, year.balance()));
            result = result.plus(year.balance());
        }
        move(lines, result, YEAR_RESULT, Subs.NONE);
        move(lines, event.distributed(), APPROPRIATION, Subs.DISTRIBUTED);
        return new Entry(event.month().atEndOfMonth(), lines);
    }

    private static void move(List<Line> lines, Fen balance, Account account, String sub) {
        if (!balance.isZero()) {
            lines.add(new Line(account, sub, balance.negate()));
            lines.add(new Line(APPROPRIATION, Subs.UNDISTRIBUTED, balance));
        }
    }

    private static Entry closingOfVersion1(MonthClosed event) {
        List<Line> lines = new ArrayList<>();
        Fen result = Fen.ZERO;
        for (YearResult year : event.results()) {
            lines.add(line(year));
            result = result.plus(year.balance());
        }
        if (!result.isZero()) {
            lines.add(new Line(YEAR_RESULT, Subs.NONE, result));
            lines.add(new Line(YEAR_RESULT, Subs.NONE, result.negate()));
            lines.add(new Line(APPROPRIATION, Subs.NONE, result));
        }
        return new Entry(event.month().atEndOfMonth(), lines);
    }

    private static Line line(YearResult year) {
        return new Line(
                ChartOfAccounts.heading(year.account()).account(),
                year.sub(),
                year.balance().negate());
    }

    private static Fen total(List<DividendLine> lines) {
        return lines.stream().map(DividendLine::amount).reduce(Fen.ZERO, Fen::plus);
    }
}
