package coop.laborfund.projections.guarantee;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * The three verdicts of a fund.
 *
 * @param year the year asked about
 * @param asOf the day they are given for
 * @param position the last position that was taken into account
 * @param policy every value in force on the earlier of {@code asOf} and 31 December of {@code year}, by key, but the amounts
 *     of years as on {@code asOf}. The capital's verdict goes by those in force on {@code asOf}, which may be later ones
 */
public record Verdicts(
        String fund,
        int year,
        LocalDate asOf,
        long position,
        SortedMap<String, String> policy,
        CapitalSafety capitalSafety,
        CollectiveIncomeTarget collectiveIncome,
        EmploymentIncome employmentIncome) {

    /** The same verdicts with what they rest on. */
    Verdicts restingOn(VerdictEvidence evidence) {
        return new Verdicts(
                fund,
                year,
                asOf,
                position,
                policy,
                capitalSafety.restingOn(evidence.capital()),
                collectiveIncome.restingOn(evidence.collective()),
                employmentIncome.restingOn(evidence.employment(), evidence.households()));
    }
}
