package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.RecordedEvent;
import java.time.LocalDate;

/**
 * Where a fact comes from; the first columns of every read table.
 *
 * @param position the event's number among all funds' events
 * @param date the business date; of a journal line, the posting date
 * @param ref the movement's voucher number, by which a reversal finds it
 */
public record Head(String fund, long position, LocalDate date, String ref) {

    static Head of(RecordedEvent recorded) {
        return new Head(
                recorded.event().fund(),
                recorded.position(),
                recorded.event().date(),
                recorded.event().ref());
    }

    Head on(LocalDate posting) {
        return new Head(fund, position, posting, ref);
    }
}
