package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.util.List;
import java.util.SortedSet;

/**
 * The verdict on the village collective's income of a year (集体收入).
 *
 * @param village the village's code
 * @param earned income of the year without subsidies
 * @param unremitted the part of it that the fund still holds for the village
 * @param received the part of it that the village has, which alone counts
 * @param paid guarantee payouts for the year
 * @param target what the policy asks of the year
 * @param shortfall what received and paid together lack, zero or more
 * @param reasons why it is neither met nor not started
 * @param evidence positions of the events that the figures rest on, none where evidence was not asked for
 */
public record CollectiveIncomeTarget(
        String village,
        Verdict verdict,
        Fen earned,
        Fen unremitted,
        Fen received,
        Fen paid,
        Fen target,
        Fen shortfall,
        List<Reason> reasons,
        SortedSet<Long> evidence) {

    CollectiveIncomeTarget restingOn(SortedSet<Long> positions) {
        return new CollectiveIncomeTarget(
                village, verdict, earned, unremitted, received, paid, target, shortfall, reasons, positions);
    }
}
