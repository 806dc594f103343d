package coop.laborfund.projections.fact;

import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;
import java.util.List;

/** The advance book (投放台账). */
public final class Advances implements Projection {

    /** Capital went out to a company on these terms. */
    public record AdvanceTerms(
            Head head,
            String advance,
            String company,
            Fen amount,
            Rate rate,
            LocalDate due,
            AdvancePurpose purpose,
            String resolution)
            implements Fact {}

    /** An advance is due later. */
    public record AdvanceExtension(Head head, String advance, LocalDate due, String resolution) implements Fact {}

    /** What money for an advance was. */
    public enum FlowKind {
        /** Principal came back from the company. */
        REPAID,
        /** Principal was made good by a guarantee. */
        PAID_OUT,
        /** Principal was given up. */
        WRITTEN_OFF,
        /** Given-up principal came back. */
        RECOVERED,
        /** What the risk reserve had paid came back to it. */
        PAYOUT_RECOVERED,
        /** The company paid for the use. */
        RETURN
    }

    /** Money of an advance after it went out; the amount is positive. */
    public record AdvanceFlow(Head head, String advance, FlowKind kind, Fen amount) implements Fact {}

    @Override
    public String name() {
        return "advances";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(AdvanceTerms.class, AdvanceExtension.class, AdvanceFlow.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(AdvanceEvent.class, GuaranteePaid.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        return switch (recorded.event()) {
            case AdvanceEvent e -> List.of(advance(head, e));
            case GuaranteePaid e -> payout(head, e);
            case SetupEvent e -> List.of();
            case ShareEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static Fact advance(Head head, AdvanceEvent event) {
        return switch (event) {
            case CapitalAdvanced e ->
                new AdvanceTerms(
                        head, e.advance(), e.company(), e.amount(), e.rate(), e.due(), e.purpose(), e.resolution());
            case AdvanceExtended e -> new AdvanceExtension(head, e.advance(), e.due(), e.resolution());
            case AdvanceRepaid e -> new AdvanceFlow(head, e.advance(), FlowKind.REPAID, e.amount());
            case ReturnReceived e -> new AdvanceFlow(head, e.advance(), FlowKind.RETURN, e.amount());
            case AdvanceWrittenOff e -> new AdvanceFlow(head, e.advance(), FlowKind.WRITTEN_OFF, e.amount());
            case WriteOffRecovered e -> new AdvanceFlow(head, e.advance(), FlowKind.RECOVERED, e.amount());
            case PayoutRecovered e -> new AdvanceFlow(head, e.advance(), FlowKind.PAYOUT_RECOVERED, e.amount());
        };
    }

    private static List<Fact> payout(Head head, GuaranteePaid event) {
        return switch (event.guarantee()) {
            case CAPITAL_SAFETY ->
                List.of(new AdvanceFlow(head, requireNonNull(event.advance()), FlowKind.PAID_OUT, event.amount()));
            case COLLECTIVE_INCOME, EMPLOYMENT_INCOME -> List.of();
        };
    }
}
