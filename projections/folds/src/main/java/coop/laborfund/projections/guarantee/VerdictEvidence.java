package coop.laborfund.projections.guarantee;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;

/**
 * What a fund's verdicts rest on: the positions of the events whose amounts or dates enter the figures, and of the
 * policy in force.
 *
 * @param employment of the fund's own verdict: that of all households judged, and the policy's
 * @param households by id, those not judged too
 */
public record VerdictEvidence(
        SortedSet<Long> capital,
        SortedSet<Long> collective,
        SortedSet<Long> employment,
        Map<String, SortedSet<Long>> households) {

    /** What stands in a verdict whose evidence was not asked for. */
    static final SortedSet<Long> NOT_ASKED = Collections.emptySortedSet();
}
