package coop.laborfund.projections.door;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.store.EventScan;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.FundSummary;
import coop.laborfund.projections.rollup.FundSummaryFold;
import coop.laborfund.projections.rollup.Moment;
import coop.laborfund.projections.rollup.RollUp;
import coop.laborfund.projections.rollup.RollUpFold;
import java.util.Optional;

/** One roll-up on its way, on several threads that each take the next fund until there is none. */
final class RollUpRun {

    /** Of a fund's events between two looks at the watch; a power of two less one. */
    private static final long BETWEEN_LOOKS = (1 << 10) - 1;

    private final EventScan events;
    private final Moment moment;
    private final OpenFunds funds;
    private final int total;
    private final RollUpWatch watch;
    private final RollUpFold sum;
    private int done;
    private volatile boolean ended;

    RollUpRun(EventScan events, Division division, Moment moment, OpenFunds funds, int total, RollUpWatch watch) {
        this.events = events;
        this.moment = moment;
        this.funds = funds;
        this.total = total;
        this.watch = watch;
        sum = new RollUpFold(division);
    }

    /** A thread's part. Where one fails, the others end before their next event. */
    void work() {
        try {
            String fund = goOn() ? funds.next() : null;
            while (fund != null) {
                add(fund);
                fund = goOn() ? funds.next() : null;
            }
        } catch (RuntimeException failed) {
            ended = true;
            throw failed;
        }
    }

    private void add(String fund) {
        FundSummaryFold fold = new FundSummaryFold(moment.of(fund), moment.year());
        events.ofFund(fund, event -> isWanted(event) && added(fold, event));
        if (!ended) {
            done(fold.result());
        }
    }

    private static boolean added(FundSummaryFold fold, RecordedEvent event) {
        fold.add(event);
        return true;
    }

    private boolean isWanted(RecordedEvent event) {
        boolean look = (event.sequence() & BETWEEN_LOOKS) == BETWEEN_LOOKS;
        return event.position() <= moment.position() && (look ? goOn() : !ended);
    }

    private synchronized void done(Optional<FundSummary> summary) {
        summary.ifPresent(sum::add);
        done++;
    }

    private synchronized boolean goOn() {
        ended = ended || !watch.at(done, total);
        return !ended;
    }

    /** Once all threads are through. */
    synchronized Optional<RollUp> result() {
        return ended ? Optional.empty() : Optional.of(sum.result());
    }
}
