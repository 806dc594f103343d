package coop.laborfund.projections.testing;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.guarantee.EvidenceFold;
import coop.laborfund.projections.guarantee.EvidenceTotals;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.Guarantees;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import java.util.Optional;

/** Verdicts with their evidence, by the folds over events that need no database. */
public final class MemoryVerdicts {

    private MemoryVerdicts() {}

    public static Optional<Verdicts> of(Iterable<RecordedEvent> events, Scope scope, int year) {
        FundFold fund = new FundFold(scope);
        CountedEvents<EvidenceTotals> evidence = new CountedEvents<>(scope, new EvidenceFold());
        for (RecordedEvent event : events) {
            fund.add(event);
            evidence.add(event);
        }
        return Guarantees.judge(fund.result(), scope, year, evidence.result());
    }
}
