package coop.laborfund.projections.rollup;

import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.Verdict;
import java.util.List;
import java.util.SortedMap;

/**
 * One fund on a day, in a year.
 *
 * @param out principal out with companies
 * @param coverage what stands for the shares, by the verdict on the capital's safety
 * @param capitalShortfall what it lacks of them, as the verdicts' own; likewise the village's of the year and the households' together
 * @param received village income of the year that the village has
 * @param placed workers in a placement, by where it is; who has two at places of one kind is one
 * @param trainings completed in the year
 * @param checks findings to be checked
 * @param notes findings to be noted
 * @param households the members on the day, by id in code point order
 */
public record FundSummary(
        String fund,
        String name,
        String village,
        Fen shares,
        Fen out,
        Fen coverage,
        Fen capitalShortfall,
        Verdict capitalSafety,
        Fen received,
        Fen target,
        Fen villageShortfall,
        Verdict collectiveIncome,
        Verdict employmentIncome,
        Fen householdShortfall,
        SortedMap<PlacementKind, Integer> placed,
        int trainings,
        int checks,
        int notes,
        List<HouseholdSummary> households) {

    /**
     * A household of the fund.
     *
     * @param income of the year, by the verdict on its employment and income, as are the other figures
     * @param employed whether one of its workers is in a placement on the day
     */
    public record HouseholdSummary(
            String household,
            Fen shares,
            Fen income,
            Fen line,
            Fen shortfall,
            int months,
            Verdict verdict,
            boolean employed) {}
}
