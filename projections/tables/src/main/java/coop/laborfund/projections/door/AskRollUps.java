package coop.laborfund.projections.door;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.store.EventScan;
import coop.laborfund.projections.rebuild.Workers;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.FundSummary;
import coop.laborfund.projections.rollup.FundSummaryFold;
import coop.laborfund.projections.rollup.Moment;
import coop.laborfund.projections.rollup.RollUp;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for funds added up by division. Every question names who asks; everybody is answered as long as there is no sign-in. Nothing
 * waits for the read tables: it is the history that is read, one fund after the other on as many threads as are given, in memory for
 * as many funds as there are threads and for the places of the answer.
 *
 * <p>Fails with {@link coop.laborfund.ledger.door.DatabaseFailedException}. For many threads at once.
 */
public final class AskRollUps {

    private final EventScan events;
    private final AskHistory history;
    private final VillageTime time;
    private final int threads;

    /**
     * @param time what today is where nobody names the day
     * @param threads on which one question is answered
     */
    public AskRollUps(EventScan events, AskHistory history, VillageTime time, int threads) {
        this.events = events;
        this.history = history;
        this.time = time;
        this.threads = threads;
    }

    /**
     * What is asked about by parameters that may be left out.
     *
     * @param year null for that of the day
     * @param asOf null for today, which nothing is dated after
     * @param knownAt null for the last position recorded by now
     */
    public Moment moment(
            Requester requester, @Nullable Integer year, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        long last = history.lastPosition(requester);
        LocalDate day = asOf == null ? time.today() : asOf;
        return new Moment(year == null ? day.getYear() : year, day, knownAt == null ? last : Math.min(knownAt, last));
    }

    /** How many funds are in a division. */
    public int count(Requester requester, Division division, Moment moment) {
        OpenFunds funds = new OpenFunds(events, division, moment.position());
        int count = 0;
        for (String fund = funds.next(); fund != null; fund = funds.next()) {
            count++;
        }
        return count;
    }

    /** Its funds added up; empty where the watch ends it. */
    public Optional<RollUp> rollUp(Requester requester, Division division, Moment moment, RollUpWatch watch) {
        int total = count(requester, division, moment);
        OpenFunds funds = new OpenFunds(events, division, moment.position());
        RollUpRun run = new RollUpRun(events, division, moment, funds, total, watch);
        new Workers("roll-up", threads).run(Collections.nCopies(threads, run::work));
        return run.result();
    }

    /** One fund's own figures; empty where it was not open. */
    public Optional<FundSummary> fund(Requester requester, String fund, Moment moment) {
        FundSummaryFold fold = new FundSummaryFold(moment.of(fund), moment.year());
        events.ofFund(fund, event -> {
            fold.add(event);
            return event.position() < moment.position();
        });
        return fold.result();
    }
}
