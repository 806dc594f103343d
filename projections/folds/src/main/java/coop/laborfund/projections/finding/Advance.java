package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.Policies;
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

    /** When it is due as it is judged on a day: an extension that was given too late hides nothing. */
    LocalDate dueOn(LocalDate day, Policies policies) {
        LocalDate due = granted.event().due();
        for (Movement<AdvanceExtended> extension : extensions) {
            if (!extension.date().isAfter(day) && !extension.date().isAfter(policies.goodUntil(due))) {
                due = extension.event().due();
            }
        }
        return due;
    }

    boolean isPastDueOn(LocalDate day, Policies policies) {
        return day.isAfter(dueOn(day, policies)) && outstandingOn(day).isPositive();
    }
}
