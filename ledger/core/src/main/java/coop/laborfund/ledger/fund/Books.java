package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import java.math.BigInteger;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.pcollections.TreePMap;

/**
 * The fund's general ledger as far as the rules ask it, folded from the same entries that the journal shows.
 *
 * @param balances of everything posted
 * @param openYears income, expense and what was distributed by posting year, of the years whose December is not closed
 * @param turnover the sum of all amounts ever recorded; bounded, so that no sum of them can overflow anywhere
 */
public record Books(Balances balances, TreePMap<Integer, Balances> openYears, Fen turnover) {

    static final Books EMPTY = new Books(Balances.EMPTY, Maps.natural(), Fen.ZERO);

    /** An amount stands in at most four lines of an entry; an eighth of the range leaves room for every sum of them. */
    private static final Fen LARGEST_TURNOVER = Fen.of(Long.MAX_VALUE / 8);

    Books evolve(FundEvent event, Entry entry) {
        Balances after = balances;
        for (Line line : entry.lines()) {
            after = after.plus(line);
        }
        return new Books(after, openYearsAfter(event, entry), turnover.plus(weight(event, entry)));
    }

    private TreePMap<Integer, Balances> openYearsAfter(FundEvent event, Entry entry) {
        if (event instanceof MonthClosed closed) {
            return closed.month().getMonth() == Month.DECEMBER
                    ? openYears.minus(closed.month().getYear())
                    : openYears;
        }
        TreePMap<Integer, Balances> years = openYears;
        for (Line line : entry.lines()) {
            if (line.account().ofYearResult() || isDistributed(line)) {
                years = Maps.update(years, entry.date().getYear(), Balances.EMPTY, year -> year.plus(line));
            }
        }
        return years;
    }

    private static boolean isDistributed(Line line) {
        return line.account() == Account.APPROPRIATION && line.sub().equals(Subs.DISTRIBUTED);
    }

    /** Whether the sums that readers build would leave the range of a {@code long} with this event among them. */
    boolean wouldOverflow(FundEvent event, Entry entry) {
        return weight(event, entry).exceeds(LARGEST_TURNOVER.minus(turnover));
    }

    /** What readers may sum up of an event: the amount that it names, posted or not, and what it posts. */
    private static Fen weight(FundEvent event, Entry entry) {
        FundEvent movement = event instanceof MovementReversed reversal ? reversal.original() : event;
        return movement.amount().max(entry.turnover());
    }

    /** The result of a year, account by account, as December's closing moves it. */
    List<YearResult> resultsOf(int year) {
        List<YearResult> results = new ArrayList<>();
        openYear(year).accounts().forEach((account, balances) -> {
            if (account.ofYearResult()) {
                balances.subs()
                        .forEach((sub, balance) ->
                                results.add(new YearResult(ChartOfAccounts.code(account), sub, balance)));
            }
        });
        return List.copyOf(results);
    }

    /** What was distributed of a year: the balance of 332:distributed of its postings. */
    Fen distributedIn(int year) {
        return openYear(year).of(Account.APPROPRIATION).of(Subs.DISTRIBUTED);
    }

    private Balances openYear(int year) {
        return openYears.getOrDefault(year, Balances.EMPTY);
    }

    Fen balance(Account account, String sub) {
        return balances.of(account).of(sub);
    }

    Fen total(Account account) {
        return balances.of(account).total();
    }

    /** The fund's bank balance. */
    Fen cash() {
        return total(Account.BANK);
    }

    /** Cash that is not owed to anybody, nor to a purpose: what may be advanced, or taken out as shares. */
    Fen freeCash() {
        return cash().plus(total(Account.PAYABLES))
                .plus(total(Account.DIVIDENDS_PAYABLE))
                .plus(total(Account.FISCAL_RESERVE));
    }

    Fen shareCapital() {
        return total(Account.SHARES).negate();
    }

    Fen sharesOf(String household) {
        return balance(Account.SHARES, household).negate();
    }

    /** What of an advance has neither come back nor been written off. */
    Fen outstanding(String company, String advance) {
        return balance(Account.ADVANCES, Subs.advance(company, advance));
    }

    /** What may still be distributed: the credit balance of this year's result and past years' surplus. */
    Fen distributableSurplus() {
        Fen debit = Fen.ZERO;
        for (Account account : Account.values()) {
            if (account.ofSurplus()) {
                debit = debit.plus(total(account));
            }
        }
        return debit.negate();
    }

    /** What each household that holds any has of shares, in fen, in the order of their ids. */
    SequencedMap<String, BigInteger> sharesAboveZero() {
        SequencedMap<String, BigInteger> shares = new LinkedHashMap<>();
        balances.of(Account.SHARES).subs().forEach((household, balance) -> {
            if (balance.isNegative()) {
                shares.put(household, BigInteger.valueOf(balance.value()).negate());
            }
        });
        return shares;
    }

    /** The risk reserve by its parts. */
    ReserveParts reserve() {
        return new ReserveParts(
                balance(Account.FISCAL_RESERVE, Subs.RISK).negate(),
                balance(Account.DONATED_RESERVE, Subs.RISK).negate(),
                surplusReserve());
    }

    Fen surplusReserve() {
        return balance(Account.SURPLUS_RESERVE, Subs.RISK).negate();
    }

    /** What distributable surplus is below zero; zero where it is not. */
    Fen loss() {
        return distributableSurplus().negate().max(Fen.ZERO);
    }

    /** What of it the fund's own reserves do not cover. Fiscal money is owed to its purpose, and covers nothing. */
    Fen uncoveredLoss() {
        Fen donated = balance(Account.DONATED_RESERVE, Subs.RISK).negate();
        return distributableSurplus()
                .plus(donated)
                .plus(surplusReserve())
                .negate()
                .max(Fen.ZERO);
    }
}
