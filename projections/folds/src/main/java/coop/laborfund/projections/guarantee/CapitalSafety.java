package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.util.List;
import java.util.SortedSet;

/**
 * The verdict on the safety of the fund's capital (资金安全), at a day whatever the year.
 *
 * @param shares what the households put in
 * @param allocated losses shared out to them in the year of the day, which were capital too
 * @param coverage what stands for both: cash that is owed to nobody else, good advances, and what deposits secure of the others
 * @param outstanding principal out with companies
 * @param goodAdvances the part of it that is not overdue past the days of grace, as it stands, below zero too
 * @param secured the part of the other advances that their own companies' deposits cover
 * @param reserve the risk reserve
 * @param shortfall what coverage lacks, zero or more
 * @param reasons why it is neither met nor not started
 * @param evidence positions of the events that the figures rest on, none where evidence was not asked for
 */
public record CapitalSafety(
        Verdict verdict,
        Fen shares,
        Fen allocated,
        Fen coverage,
        Fen outstanding,
        Fen goodAdvances,
        Fen secured,
        Fen reserve,
        Fen shortfall,
        List<Reason> reasons,
        SortedSet<Long> evidence) {

    CapitalSafety restingOn(SortedSet<Long> positions) {
        return new CapitalSafety(
                verdict,
                shares,
                allocated,
                coverage,
                outstanding,
                goodAdvances,
                secured,
                reserve,
                shortfall,
                reasons,
                positions);
    }
}
