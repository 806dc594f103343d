package coop.laborfund.projections.guarantee;

import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.money.Fen;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The verdict on the households' employment and income of a year (就业增收): the worst of the households'.
 *
 * @param satisfied how many households' guarantee is kept, with or without a payout
 * @param shortfall the sum of the households'
 * @param evidence positions of the events that the figures rest on, none where evidence was not asked for
 * @param households by id in code point order
 */
public record EmploymentIncome(
        Verdict verdict, int satisfied, Fen shortfall, SortedSet<Long> evidence, List<HouseholdVerdict> households) {

    public int total() {
        return households.size();
    }

    /**
     * One household's verdict.
     *
     * @param months the most months of the year with a wage that one of its workers has
     * @param income wages, other income and dividends of the year
     * @param paid guarantee payouts for the year
     * @param line what the policy asks of a household of its size
     * @param shortfall what income and paid together lack, zero or more
     * @param monthsShort months lacking to stable employment, zero or more
     * @param evidence positions of the events that the figures rest on, none where evidence was not asked for
     */
    public record HouseholdVerdict(
            String household,
            Verdict verdict,
            int months,
            Fen income,
            Fen paid,
            Fen line,
            Fen shortfall,
            int monthsShort,
            SortedSet<Long> evidence) {

        HouseholdVerdict restingOn(SortedSet<Long> positions) {
            return new HouseholdVerdict(
                    household, verdict, months, income, paid, line, shortfall, monthsShort, positions);
        }
    }

    EmploymentIncome restingOn(SortedSet<Long> positions, Map<String, SortedSet<Long>> ofHouseholds) {
        return new EmploymentIncome(
                verdict,
                satisfied,
                shortfall,
                positions,
                households.stream()
                        .map(household -> household.restingOn(requireNonNull(ofHouseholds.get(household.household))))
                        .toList());
    }
}
