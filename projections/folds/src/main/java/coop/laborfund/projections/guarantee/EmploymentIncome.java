package coop.laborfund.projections.guarantee;

import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.money.Fen;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The verdict on the households' employment and income of a year (就业增收): the worst of the judged households'.
 *
 * @param satisfied how many households' guarantee is kept, with or without a payout
 * @param total how many households are judged: who joined late in the year is judged for the next
 * @param shortfall the sum of the judged households'
 * @param reasons why it is neither met nor not started
 * @param evidence positions of the events that the figures rest on, none where evidence was not asked for
 * @param households all, judged or not, by id in code point order
 */
public record EmploymentIncome(
        Verdict verdict,
        int satisfied,
        int total,
        Fen shortfall,
        List<Reason> reasons,
        SortedSet<Long> evidence,
        List<HouseholdVerdict> households) {

    /**
     * One household's verdict.
     *
     * @param months the most months of the year with a wage that counts that one of its workers has
     * @param income wages, other income and dividends of the year
     * @param paid guarantee payouts for the year
     * @param line what the policy asks of a household of its size
     * @param shortfall what income and paid together lack, zero or more
     * @param monthsShort months lacking to stable employment, zero or more
     * @param reasons why it is neither met nor not started
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
            List<Reason> reasons,
            SortedSet<Long> evidence) {

        HouseholdVerdict restingOn(SortedSet<Long> positions) {
            return new HouseholdVerdict(
                    household, verdict, months, income, paid, line, shortfall, monthsShort, reasons, positions);
        }
    }

    EmploymentIncome restingOn(SortedSet<Long> positions, Map<String, SortedSet<Long>> ofHouseholds) {
        return new EmploymentIncome(
                verdict,
                satisfied,
                total,
                shortfall,
                reasons,
                positions,
                households.stream()
                        .map(household -> household.restingOn(requireNonNull(ofHouseholds.get(household.household))))
                        .toList());
    }
}
