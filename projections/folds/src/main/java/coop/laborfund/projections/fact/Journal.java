package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The books (日记账): every movement, its entry's lines, what was reversed, which months are closed. */
public final class Journal implements Projection {

    /**
     * A movement of any type, whether it posts or not.
     *
     * @param takeover the decision by which it was taken over from older books, empty where it was recorded as it happened
     */
    public record Movement(Head head, MovementType type, Instant recordedAt, String memo, String takeover)
            implements Fact {}

    /**
     * A line of a movement's entry; its head's date is the posting date.
     *
     * @param line its place in the entry, from 0
     * @param account the account's code
     * @param sub the sub-account, empty where there is none
     * @param amount debit positive, credit negative
     */
    public record JournalLine(Head head, int line, String account, String sub, Fen amount) implements Fact {}

    /**
     * A reversal; its head is its own.
     *
     * @param original the ref of the movement that it undid
     */
    public record Reversal(Head head, String original) implements Fact {}

    /** A month was closed. */
    public record Closing(Head head, YearMonth month) implements Fact {}

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(Movement.class, JournalLine.class, Reversal.class, Closing.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(FundEvent.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        Head head = Head.of(recorded);
        List<Fact> rows = new ArrayList<>();
        rows.add(new Movement(
                head,
                MovementType.of(event),
                recorded.recordedAt(),
                event.voucher().memo(),
                recorded.circumstances().takeover()));
        rows.addAll(control(head, event));
        Entry entry = Postings.of(event);
        Head posted = head.on(entry.date());
        int number = 0;
        for (Line line : entry.lines()) {
            String account = ChartOfAccounts.code(line.account());
            rows.add(new JournalLine(posted, number++, account, line.sub(), line.amount()));
        }
        return rows;
    }

    private static List<Fact> control(Head head, FundEvent event) {
        return switch (event) {
            case MovementReversed e -> List.of(new Reversal(head, e.original().ref()));
            case PeriodEvent e ->
                e instanceof MonthClosed closed ? List.of(new Closing(head, closed.month())) : List.of();
            case StatementEvent e -> List.of();
            case SetupEvent e -> List.of();
            case ShareEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case GuaranteePaid e -> List.of();
            case LaborEvent e -> List.of();
        };
    }
}
