package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import java.util.ArrayList;
import java.util.List;

/** The share register (股金). */
public final class Shares implements Projection {

    /**
     * A household holds more or less than before of one source.
     *
     * @param line its place among the changes of one movement, from 0
     * @param amount more positive, less negative
     * @param source where the money came from
     */
    public record ShareChange(Head head, int line, String household, Fen amount, ShareSource source) implements Fact {}

    /** A loss was covered. */
    public record LossAllocation(Head head, LossSource source, Fen amount) implements Fact {}

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(ShareChange.class, LossAllocation.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(ShareEvent.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        return switch (recorded.event()) {
            case ShareEvent e -> shares(head, e);
            case SetupEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case GuaranteePaid e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static List<Fact> shares(Head head, ShareEvent event) {
        Changes changes = new Changes(head);
        switch (event) {
            case SharesInvested e -> changes.add(e.household(), e.amount(), e.source());
            case SharesWithdrawn e -> changes.take(e.household(), e.amount(), e.own());
            case SharesTransferred e -> {
                changes.take(e.from(), e.amount(), e.own());
                changes.add(e.to(), e.own(), ShareSource.OWN);
                changes.add(e.to(), e.amount().minus(e.own()), ShareSource.INDUSTRY_FUND);
            }
            case LossAllocated e -> {
                changes.rows.add(new LossAllocation(head, e.source(), e.amount()));
                e.lines().forEach(line -> changes.take(line.household(), line.amount(), line.own()));
            }
        }
        return changes.rows;
    }

    /** A movement's rows, numbered as they come; changes of nothing are none. */
    private static final class Changes {

        private final Head head;
        private final List<Fact> rows = new ArrayList<>();
        private int line;

        private Changes(Head head) {
            this.head = head;
        }

        private void take(String household, Fen amount, Fen own) {
            add(household, own.negate(), ShareSource.OWN);
            add(household, own.minus(amount), ShareSource.INDUSTRY_FUND);
        }

        private void add(String household, Fen amount, ShareSource source) {
            if (!amount.isZero()) {
                rows.add(new ShareChange(head, line++, household, amount, source));
            }
        }
    }
}
