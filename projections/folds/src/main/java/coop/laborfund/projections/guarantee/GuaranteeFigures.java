package coop.laborfund.projections.guarantee;

import java.util.SortedMap;

/**
 * All numbers and dates that a fund's three verdicts go by.
 *
 * @param position the last position that was taken into account
 * @param policy every value in force on {@link JudgedYear#day}, by key; the amounts of years as on the day asked about
 */
public record GuaranteeFigures(
        String fund,
        JudgedYear year,
        long position,
        SortedMap<String, String> policy,
        CapitalFigures capital,
        CollectiveFigures collective,
        EmploymentFigures employment) {}
