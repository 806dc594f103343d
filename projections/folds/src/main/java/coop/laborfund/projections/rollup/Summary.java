package coop.laborfund.projections.rollup;

import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.rollup.FundSummary.HouseholdSummary;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Some funds added up. Funds with nothing to judge yet are in none of the counts of kept and missed guarantees.
 *
 * @param funds how many
 * @param capitalShortfall what coverage lacks, fund by fund: what one has too much stands for no other's shares
 * @param capitalSafe in how many the capital is safe, at risk included
 * @param capitalBreached in how many it is not
 * @param villageShortfall what each village lacks of its target, together
 * @param villagesMet how many village collectives have their target, with a payout or without
 * @param villagesShort how many of the others may not get it: at risk or missed
 * @param households members
 * @param satisfied those whose guarantee is kept, of {@code judged}
 * @param householdShortfall what the judged households lack, together
 * @param unemployed those none of whose members works (零转移就业)
 * @param placed workers in a placement, by where it is, the kinds with none left out
 */
public record Summary(
        int funds,
        Fen shares,
        Fen out,
        Fen coverage,
        Fen capitalShortfall,
        int capitalSafe,
        int capitalBreached,
        Fen received,
        Fen target,
        Fen villageShortfall,
        int villagesMet,
        int villagesShort,
        int households,
        int satisfied,
        int judged,
        Fen householdShortfall,
        int unemployed,
        SortedMap<PlacementKind, Integer> placed,
        int trainings,
        int checks,
        int notes) {

    /** No fund. */
    public static final Summary NONE = new Summary(
            0,
            Fen.ZERO,
            Fen.ZERO,
            Fen.ZERO,
            Fen.ZERO,
            0,
            0,
            Fen.ZERO,
            Fen.ZERO,
            Fen.ZERO,
            0,
            0,
            0,
            0,
            0,
            Fen.ZERO,
            0,
            Collections.emptySortedMap(),
            0,
            0,
            0);

    /** One fund. */
    public static Summary of(FundSummary fund) {
        Verdict capital = fund.capitalSafety();
        Verdict village = fund.collectiveIncome();
        return new Summary(
                1,
                fund.shares(),
                fund.out(),
                fund.coverage(),
                fund.capitalShortfall(),
                one(capital != Verdict.BREACHED && capital != Verdict.NOT_STARTED),
                one(capital == Verdict.BREACHED),
                fund.received(),
                fund.target(),
                fund.villageShortfall(),
                one(village.satisfied()),
                one(village.isWorseThan(Verdict.ON_TRACK)),
                fund.households().size(),
                count(fund, Verdict::satisfied),
                count(fund, verdict -> verdict != Verdict.NOT_STARTED),
                fund.householdShortfall(),
                Math.toIntExact(fund.households().stream()
                        .filter(household -> !household.employed())
                        .count()),
                fund.placed(),
                fund.trainings(),
                fund.checks(),
                fund.notes());
    }

    /** @throws ArithmeticException where a sum leaves the range of amounts */
    public Summary plus(Summary more) {
        SortedMap<PlacementKind, Integer> both = new TreeMap<>(placed);
        more.placed.forEach((kind, number) -> both.merge(kind, number, Integer::sum));
        return new Summary(
                funds + more.funds,
                shares.plus(more.shares),
                out.plus(more.out),
                coverage.plus(more.coverage),
                capitalShortfall.plus(more.capitalShortfall),
                capitalSafe + more.capitalSafe,
                capitalBreached + more.capitalBreached,
                received.plus(more.received),
                target.plus(more.target),
                villageShortfall.plus(more.villageShortfall),
                villagesMet + more.villagesMet,
                villagesShort + more.villagesShort,
                households + more.households,
                satisfied + more.satisfied,
                judged + more.judged,
                householdShortfall.plus(more.householdShortfall),
                unemployed + more.unemployed,
                both,
                trainings + more.trainings,
                checks + more.checks,
                notes + more.notes);
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    private static int count(FundSummary fund, Predicate<Verdict> which) {
        return Math.toIntExact(fund.households().stream()
                .map(HouseholdSummary::verdict)
                .filter(which)
                .count());
    }
}
