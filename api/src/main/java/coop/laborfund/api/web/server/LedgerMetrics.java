package coop.laborfund.api.web.server;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerObserver;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.ReadTables;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the ledger does, as figures for Prometheus. No fund, no household and no row appears in them. */
@Component
final class LedgerMetrics implements LedgerObserver {

    private static final String MOVEMENTS = "laborfund.movements";

    private final MeterRegistry registry;
    private final Timer append;

    LedgerMetrics(
            MeterRegistry registry, Recorder recorder, AskHistory history, ReadTables tables, Requesters requesters) {
        this.registry = registry;
        append = Timer.builder("laborfund.append")
                .description("From a batch of movements to its commit")
                .publishPercentileHistogram()
                .register(registry);
        Gauge.builder("laborfund.events", () -> history.lastPosition(requesters.next()))
                .description("Events in the history")
                .register(registry);
        Gauge.builder("laborfund.read.model.lag", tables::lag)
                .description("Events that some read table does not show yet")
                .register(registry);
        registry.counter(MOVEMENTS, "outcome", "recorded");
        registry.counter(MOVEMENTS, "outcome", "repeated");
        recorder.observe(this);
    }

    /** A dry run and an import's check count their refusals, and nothing else: what they accept is not recorded by them. */
    @Override
    public void answered(String fund, FundDecision decision, boolean check, Duration took) {
        for (Outcome.Refused refused : decision.refused()) {
            registry.counter(
                            "laborfund.refusals",
                            "code",
                            refused.rejection().code().name())
                    .increment();
        }
        if (check || !decision.recorded()) {
            return;
        }
        int accepted = decision.accepted();
        registry.counter(MOVEMENTS, "outcome", "recorded").increment(accepted);
        registry.counter(MOVEMENTS, "outcome", "repeated")
                .increment(decision.outcomes().size() - accepted);
        if (accepted > 0) {
            append.record(took);
        }
    }
}
