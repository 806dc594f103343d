package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import java.time.YearMonth;
import java.util.List;

/** Workers, their placements, and what was proved of wages and other income (劳动力). */
public final class Labor implements Projection {

    /** A household's member was registered. */
    public record Worker(Head head, String worker, String household) implements Fact {}

    /** A worker began with an employer. */
    public record Placement(Head head, String worker, String employer, PlacementKind kind) implements Fact {}

    /**
     * A placement ended.
     *
     * @param placement the ref of the movement that began it
     */
    public record PlacementEnd(Head head, String worker, String employer, String placement) implements Fact {}

    /** A month's wage was proved. */
    public record Wage(Head head, String worker, String household, String employer, YearMonth month, Fen amount)
            implements Fact {}

    /** A worker completed a training. */
    public record Training(Head head, String worker, String course) implements Fact {}

    /** A household's other income of a year was proved. */
    public record HouseholdIncome(Head head, String household, int year, HouseholdIncomeSource source, Fen amount)
            implements Fact {}

    @Override
    public String name() {
        return "labor";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(
                Worker.class, Placement.class, PlacementEnd.class, Wage.class, Training.class, HouseholdIncome.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(LaborEvent.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        return switch (recorded.event()) {
            case LaborEvent e -> List.of(labor(head, e));
            case SetupEvent e -> List.of();
            case ShareEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case GuaranteePaid e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static Fact labor(Head head, LaborEvent event) {
        return switch (event) {
            case WorkerRegistered e -> new Worker(head, e.worker(), e.household());
            case WorkerPlaced e -> new Placement(head, e.worker(), e.employer(), e.kind());
            case PlacementEnded e -> new PlacementEnd(head, e.worker(), e.employer(), e.placement());
            case WageConfirmed e -> new Wage(head, e.worker(), e.household(), e.employer(), e.month(), e.amount());
            case TrainingCompleted e ->
                new Training(head, e.worker(), e.voucher().memo());
            case HouseholdIncomeRecorded e ->
                new HouseholdIncome(head, e.household(), e.year(), e.source(), e.amount());
        };
    }
}
