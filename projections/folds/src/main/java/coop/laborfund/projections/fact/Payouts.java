package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Guarantees' shortfalls closed with somebody's money (担保代偿). */
public final class Payouts implements Projection {

    /**
     * A payout.
     *
     * @param year the year whose guarantee it closes
     * @param advance the advance made good, for {@code CAPITAL_SAFETY} alone
     * @param household the household paid, for {@code EMPLOYMENT_INCOME} alone
     * @param company whose deposit or money it is, where it is a company's
     */
    public record Payout(
            Head head,
            Guarantee guarantee,
            GuaranteePayer payer,
            int year,
            Fen amount,
            @Nullable String advance,
            @Nullable String household,
            @Nullable String company)
            implements Fact {}

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(Payout.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(GuaranteePaid.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        return switch (recorded.event()) {
            case GuaranteePaid e ->
                List.of(new Payout(
                        head, e.guarantee(), e.payer(), e.year(), e.amount(), e.advance(), e.household(), e.company()));
            case SetupEvent e -> List.of();
            case ShareEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }
}
