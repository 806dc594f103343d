package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Workers, by id. */
public record Labor(TreePMap<String, Worker> workers) {

    static final Labor EMPTY = new Labor(Maps.byId());

    Labor evolve(FundEvent event) {
        return switch (event) {
            case LaborEvent e -> evolve(e);
            case MovementReversed e -> e.original() instanceof LaborEvent original ? undo(original) : this;
            case SetupEvent e -> this;
            case ShareEvent e -> this;
            case AdvanceEvent e -> this;
            case TreasuryEvent e -> this;
            case DividendEvent e -> this;
            case GuaranteePaid e -> this;
            case PeriodEvent e -> this;
            case StatementEvent e -> this;
        };
    }

    private Labor evolve(LaborEvent event) {
        return switch (event) {
            case WorkerRegistered e ->
                new Labor(workers.plus(e.worker(), new Worker(e.household(), e.date(), List.of(), Maps.byId())));
            case WorkerPlaced e ->
                change(e.worker(), worker -> worker.placed(new Placement(e.ref(), e.employer(), e.date(), null)));
            case PlacementEnded e -> change(e.worker(), worker -> worker.ended(e.date()));
            case WageConfirmed e -> change(e.worker(), worker -> worker.confirmed(e.employer(), e.month()));
            case TrainingCompleted e -> this;
            case HouseholdIncomeRecorded e -> this;
        };
    }

    private Labor undo(LaborEvent original) {
        return switch (original) {
            case WorkerRegistered e -> throw new IllegalStateException("a registration is not reversible");
            case WorkerPlaced e -> change(e.worker(), Worker::withoutLastPlacement);
            case PlacementEnded e -> change(e.worker(), worker -> worker.ended(null));
            case WageConfirmed e -> change(e.worker(), worker -> worker.unconfirmed(e.employer(), e.month()));
            case TrainingCompleted e -> this;
            case HouseholdIncomeRecorded e -> this;
        };
    }

    private Labor change(String worker, UnaryOperator<Worker> change) {
        return new Labor(workers.plus(worker, change.apply(Maps.recorded(workers, worker))));
    }
}
