package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.util.List;

/**
 * What the verdicts on the households' employment and income of a year go by.
 *
 * @param stableMonths months with a wage that make employment stable
 * @param linePerHead the income that the policy asks for each person of a household
 * @param households those judged, by id in code point order
 */
public record EmploymentFigures(int stableMonths, Fen linePerHead, List<Household> households) {

    /**
     * A household in the year.
     *
     * @param size its people
     * @param workers those of its workers with a wage in the year
     * @param income wages, other income and dividends of the year
     * @param paid guarantee payouts for the year
     */
    public record Household(String household, int size, List<Worker> workers, Fen income, Fen paid) {}

    /** @param wages of the year by month from 1 to 12, only months that have one */
    public record Worker(String worker, List<MonthWage> wages) {}

    /** @param amount what the month's wages of all employers come to */
    public record MonthWage(int month, Fen amount) {}
}
