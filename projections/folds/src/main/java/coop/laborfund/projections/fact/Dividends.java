package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.DividendLine;
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
import java.util.ArrayList;
import java.util.List;

/** Dividends declared, paid and come back, a row a household (分红). */
public final class Dividends implements Projection {

    /** What happened to a household's dividend. */
    public enum DividendKind {
        DECLARED,
        PAID,
        RETURNED
    }

    /**
     * A household's part of a dividend movement.
     *
     * @param line its place in the movement, from 0
     * @param year the year that the dividend is for, which is not that of its date
     * @param amount positive
     */
    public record DividendAmount(Head head, int line, DividendKind kind, int year, String household, Fen amount)
            implements Fact {}

    @Override
    public String name() {
        return "dividends";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(DividendAmount.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(DividendEvent.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        return switch (recorded.event()) {
            case DividendEvent e -> dividend(head, e);
            case SetupEvent e -> List.of();
            case ShareEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case GuaranteePaid e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static List<Fact> dividend(Head head, DividendEvent event) {
        return switch (event) {
            case DividendDeclared e -> lines(head, DividendKind.DECLARED, e.year(), e.lines());
            case DividendPaid e -> lines(head, DividendKind.PAID, e.year(), e.lines());
            case DividendPaymentReturned e ->
                List.of(new DividendAmount(head, 0, DividendKind.RETURNED, e.year(), e.household(), e.amount()));
        };
    }

    private static List<Fact> lines(Head head, DividendKind kind, int year, List<DividendLine> lines) {
        List<Fact> rows = new ArrayList<>();
        for (DividendLine line : lines) {
            rows.add(new DividendAmount(head, rows.size(), kind, year, line.household(), line.amount()));
        }
        return rows;
    }
}
