package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An advance and what became of it. */
final class Advance {

    private final Movement<CapitalAdvanced> granted;
    private final List<Movement<AdvanceExtended>> extensions = new ArrayList<>();

    /** What lessened its principal: repayments, payouts, write-offs. */
    private final List<Movement<? extends FundEvent>> lessened = new ArrayList<>();

    Advance(Movement<CapitalAdvanced> granted) {
        this.granted = granted;
    }

    void extend(Movement<AdvanceExtended> extension) {
        extensions.add(extension);
    }

    void lessen(Movement<? extends FundEvent> movement) {
        lessened.add(movement);
    }

    Movement<CapitalAdvanced> granted() {
        return granted;
    }

    String id() {
        return granted.event().advance();
    }

    String company() {
        return granted.event().company();
    }

    /** In the order of recording. */
    List<Movement<AdvanceExtended>> extensions() {
        return extensions;
    }

    List<Movement<? extends FundEvent>> lessened() {
        return lessened;
    }

    /** The principal that is out at the end of a day. */
    Fen outstandingOn(LocalDate day) {
        if (granted.date().isAfter(day)) {
            return Fen.ZERO;
        }
        Fen out = granted.amount();
        for (Movement<? extends FundEvent> movement : lessened) {
            if (!movement.date().isAfter(day)) {
                out = out.minus(movement.amount());
            }
        }
        return out;
    }

    /** When it is due by what had been agreed by the end of a day, extensions given late too. */
    LocalDate dueOn(LocalDate day) {
        LocalDate due = granted.event().due();
        for (Movement<AdvanceExtended> extension : extensions) {
            if (!extension.date().isAfter(day)) {
                due = extension.event().due();
            }
        }
        return due;
    }

    boolean isPastDueOn(LocalDate day) {
        return day.isAfter(dueOn(day)) && outstandingOn(day).isPositive();
    }
}
