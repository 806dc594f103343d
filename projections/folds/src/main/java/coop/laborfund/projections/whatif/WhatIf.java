package coop.laborfund.projections.whatif;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.projections.guarantee.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What would have been otherwise under another policy.
 *
 * @param asOf the day up to which things count, on which verdicts are given
 * @param position the last position that counts
 * @param policy the values supposed from the opening on, by written key
 * @param verdicts those that would differ, or whose shortfall would
 * @param refusals movements that would not have been accepted
 * @param floors promised floors of a year's dividend that would differ
 * @param undecided movements whose event does not say all that a row needs today, and that were not decided again
 */
public record WhatIf(
        String fund,
        LocalDate asOf,
        long position,
        SortedMap<String, String> policy,
        List<OtherVerdict> verdicts,
        List<OtherRefusal> refusals,
        List<OtherFloor> floors,
        int undecided) {

    /** The subject of the fund's own verdicts. */
    public static final String FUND = "FUND";

    /**
     * A verdict of a year.
     *
     * @param subject the household, {@link #FUND}, or the village's code
     */
    public record OtherVerdict(
            int year,
            Guarantee guarantee,
            String subject,
            Verdict actual,
            Verdict supposed,
            Fen actualShortfall,
            Fen supposedShortfall) {}

    /**
     * A movement that was accepted and would have been refused, on the books as they really were when it was recorded.
     *
     * @param value what stands in the column that the rejection names
     */
    public record OtherRefusal(
            long position, String ref, LocalDate date, MovementType type, Rejection rejection, String value) {}

    /** @param declared what was declared for the year */
    public record OtherFloor(int year, String household, Fen actual, Fen supposed, Fen declared) {}
}
