package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share register (股金). */
public final class Shares implements Projection {

    /**
     * A household holds more or less than before.
     *
     * @param line 0, or 1 for the household that shares were transferred to
     * @param amount more positive, less negative
     * @param source where invested money came from, null where none was invested
     */
    public record ShareChange(
            Head head,
            int line,
            String household,
            Fen amount,
            @Nullable ShareSource source) implements Fact {}

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(ShareChange.class);
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
        };
    }

    private static List<Fact> shares(Head head, ShareEvent event) {
        return switch (event) {
            case SharesInvested e -> List.of(new ShareChange(head, 0, e.household(), e.amount(), e.source()));
            case SharesWithdrawn e ->
                List.of(new ShareChange(head, 0, e.household(), e.amount().negate(), null));
            case SharesTransferred e ->
                List.of(
                        new ShareChange(head, 0, e.from(), e.amount().negate(), null),
                        new ShareChange(head, 1, e.to(), e.amount(), null));
        };
    }
}
