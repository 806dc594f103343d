package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.util.SortedSet;

/**
 * The verdict on the safety of the fund's capital (资金安全), at a day whatever the year.
 *
 * @param shares what the households put in
 * @param coverage what stands for it: cash that is owed to nobody else, and good advances
 * @param outstanding principal out with companies
 * @param goodAdvances the part of it that is not overdue past the days of grace, as it stands, below zero too
 * @param reserve the risk reserve
 * @param shortfall what coverage lacks, zero or more
 * @param evidence positions of the events that the figures rest on, none where evidence was not asked for
 */
public record CapitalSafety(
        Verdict verdict,
        Fen shares,
        Fen coverage,
        Fen outstanding,
        Fen goodAdvances,
        Fen reserve,
        Fen shortfall,
        SortedSet<Long> evidence) {

    CapitalSafety restingOn(SortedSet<Long> positions) {
        return new CapitalSafety(verdict, shares, coverage, outstanding, goodAdvances, reserve, shortfall, positions);
    }
}
