package coop.laborfund.projections.forecast;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.guarantee.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * How the verdicts change with nothing else coming.
 *
 * @param year the year whose verdicts are foreseen
 * @param asOf the day up to which what is recorded counts
 * @param position the last position that counts
 * @param until the last day on which a change was looked for: none can follow it
 * @param changes by day
 */
public record Forecast(String fund, int year, LocalDate asOf, long position, LocalDate until, List<Change> changes) {

    /**
     * A verdict becomes another.
     *
     * @param day the first day of the new one
     * @param subject the household, {@link #FUND} where it is the fund's own verdict, the village's code where it is the village's
     * @param ways what would keep the old one, if done by the end of that day: each way is enough by itself, all of its parts
     *     together; none where the verdict does not get worse, or where nothing of the kind would help
     */
    public record Change(
            LocalDate day, Guarantee guarantee, String subject, Verdict from, Verdict to, List<List<Remedy>> ways) {}

    /** The subject of the fund's own verdicts. */
    public static final String FUND = "FUND";
}
