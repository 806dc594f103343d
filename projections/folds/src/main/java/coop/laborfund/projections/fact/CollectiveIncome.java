package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.money.Fen;
import java.util.List;

/** What the village collective earned, and what of it was handed over (村集体收入). */
public final class CollectiveIncome implements Projection {

    /** The village earned something. */
    public record VillageIncome(Head head, IncomeSource source, IncomeRoute route, Fen amount) implements Fact {

        /** Whether the fund held it for the village, until it was handed over. */
        public boolean isHeldHere() {
            return source == IncomeSource.FUND_RETURN || route == IncomeRoute.FUND;
        }
    }

    /** Money held here for the village was handed over. */
    public record Remittance(Head head, Fen amount) implements Fact {}

    @Override
    public String name() {
        return "collective-income";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(VillageIncome.class, Remittance.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(TreasuryEvent.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        return switch (recorded.event()) {
            case TreasuryEvent e -> treasury(head, e);
            case SetupEvent e -> List.of();
            case ShareEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case DividendEvent e -> List.of();
            case GuaranteePaid e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static List<Fact> treasury(Head head, TreasuryEvent event) {
        return switch (event) {
            case CollectiveIncomeRecorded e -> List.of(new VillageIncome(head, e.source(), e.route(), e.amount()));
            case CollectiveIncomeRemitted e -> List.of(new Remittance(head, e.amount()));
            case DepositReceived e -> List.of();
            case DepositRefunded e -> List.of();
            case OtherIncomeReceived e -> List.of();
            case BankInterestReceived e -> List.of();
            case BankFeePaid e -> List.of();
            case ExpensePaid e -> List.of();
            case ReserveAppropriated e -> List.of();
            case ReserveFunded e -> List.of();
        };
    }
}
