package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.util.List;

/**
 * What the verdicts on the households' employment and income of a year go by.
 *
 * @param stableMonths months that make employment stable
 * @param stableWage what must be confirmed for a worker and month before the month counts
 * @param linePerHead the income that the policy asks for each person of a household
 * @param households those that are members on the year's day, by id in code point order
 */
public record EmploymentFigures(int stableMonths, Fen stableWage, Fen linePerHead, List<Household> households) {

    /**
     * A household in the year.
     *
     * @param size its people
     * @param joinedInTime whether it joined early enough to be judged for the year
     * @param workers those of its workers with a wage in the year
     * @param income wages, other income and dividends of the year
     * @param paid guarantee payouts for the year
     */
    public record Household(
            String household, int size, boolean joinedInTime, List<Worker> workers, Fen income, Fen paid) {

        boolean isJudgedFor(JudgedYear year) {
            return joinedInTime && !year.notStarted();
        }
    }

    /** @param wages of the year by month from 1 to 12, only months that have one */
    public record Worker(String worker, List<MonthWage> wages) {}

    /** @param amount what the month's wages of all employers come to */
    public record MonthWage(int month, Fen amount) {}
}
