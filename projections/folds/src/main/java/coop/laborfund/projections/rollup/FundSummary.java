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
 * @param received village income of the year that the village has
 * @param placed workers in a placement, by where it is
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
        Verdict capitalSafety,
        Fen received,
        Fen target,
        Verdict collectiveIncome,
        Verdict employmentIncome,
        SortedMap<PlacementKind, Integer> placed,
        int trainings,
        int checks,
        int notes,
        List<HouseholdSummary> households) {

    /**
     * A household of the fund.
     *
     * @param employed whether one of its workers is in a placement on the day
     */
    public record HouseholdSummary(
            String household, Fen shares, Fen income, Fen line, int months, Verdict verdict, boolean employed) {}
}
