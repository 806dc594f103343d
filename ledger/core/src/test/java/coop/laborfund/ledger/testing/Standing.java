package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.fund.Advances.Advance;
import coop.laborfund.ledger.fund.Balances;
import coop.laborfund.ledger.fund.Dividends.Claim;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Placement;
import coop.laborfund.ledger.fund.WageMonths;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A fund's state as the rules see it: without zeros, without the taken ids of reversed advances and without the sum of all that
 * was ever recorded, which a reversal leaves behind and no rule of shares, cash or people asks.
 *
 * @param frame whether it is open, its policies, members, closed months and matches with the bank
 * @param balances by account and sub-account
 * @param yearResults income and expense of open years, likewise
 * @param shareDays changes of shares by household and day
 * @param ownShares each household's own money among its shares
 * @param workers placements and proved months by worker
 */
public record Standing(
        Object frame,
        Map<Account, Map<String, Fen>> balances,
        Map<Integer, Map<Account, Map<String, Fen>>> yearResults,
        Map<String, Map<LocalDate, Fen>> shareDays,
        Map<String, Fen> ownShares,
        Map<String, Advance> advances,
        Map<String, Fen> outByCompany,
        Map<Integer, Map<String, Claim>> dividends,
        Map<String, Work> workers) {

    /** One worker's placements, and the months proved by employer. */
    public record Work(List<Placement> placements, Map<String, Map<Integer, Integer>> wages) {}

    public static Standing of(FundState state) {
        return new Standing(
                List.of(state.isOpen(), state.policies(), state.members(), state.periods(), state.matches()),
                balances(state.books().balances()),
                mapped(state.books().openYears(), Standing::balances, years -> !years.isEmpty()),
                mapped(
                        state.shareHistory().changes(),
                        days -> mapped(days, Function.identity(), change -> !change.isZero()),
                        days -> !days.isEmpty()),
                mapped(state.ownShares().byHousehold(), Function.identity(), own -> true),
                mapped(state.advances().advances(), Function.identity(), advance -> !advance.reversed()),
                mapped(state.advances().outByCompany(), Function.identity(), out -> !out.isZero()),
                mapped(
                        state.dividends().years(),
                        claims -> mapped(claims, Function.identity(), claim -> !isNothing(claim)),
                        claims -> !claims.isEmpty()),
                mapped(
                        state.labor().workers(),
                        worker -> new Work(
                                worker.placements(),
                                mapped(worker.wages(), Standing::months, months -> !months.isEmpty())),
                        worker -> true));
    }

    /** The standing but for what goes by the day that something was posted on. */
    public Standing whateverTheDay() {
        return new Standing(
                frame,
                byEitherChart(balances),
                Map.of(),
                Map.of(),
                ownShares,
                advances,
                outByCompany,
                dividends,
                workers);
    }

    /** What the chart of 2007 has on one account, that of 2021 has on two. */
    private static Map<Account, Map<String, Fen>> byEitherChart(Map<Account, Map<String, Fen>> balances) {
        Map<Account, Map<String, Fen>> merged = new EnumMap<>(Account.class);
        balances.forEach((account, subs) -> {
            Account either =
                    account == Account.EXPENSES || account == Account.FINANCE ? Account.EXPENSES_2007 : account;
            subs.forEach((sub, balance) ->
                    merged.computeIfAbsent(either, any -> new LinkedHashMap<>()).merge(sub, balance, Fen::plus));
        });
        return mapped(
                merged,
                subs -> mapped(subs, Function.identity(), balance -> !balance.isZero()),
                subs -> !subs.isEmpty());
    }

    private static Map<Account, Map<String, Fen>> balances(Balances balances) {
        return mapped(
                balances.accounts(),
                account -> mapped(account.subs(), Function.identity(), balance -> !balance.isZero()),
                subs -> !subs.isEmpty());
    }

    private static Map<Integer, Integer> months(WageMonths months) {
        return mapped(months.years(), Function.identity(), mask -> mask != 0);
    }

    private static boolean isNothing(Claim claim) {
        return claim.declared().isZero() && claim.paid().isZero();
    }

    private static <K, V, W> Map<K, W> mapped(Map<K, V> map, Function<V, W> change, Predicate<W> isKept) {
        Map<K, W> mapped = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            W changed = change.apply(value);
            if (isKept.test(changed)) {
                mapped.put(key, changed);
            }
        });
        return mapped;
    }
}
