package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.Comparator;

/** A recorded event of one kind. */
record Movement<E extends FundEvent>(RecordedEvent recorded, E event) {

    /** By business date, of one day in the order of recording. */
    static final Comparator<Movement<?>> BY_DATE =
            Comparator.<Movement<?>, LocalDate>comparing(Movement::date).thenComparingLong(Movement::position);

    long position() {
        return recorded.position();
    }

    LocalDate date() {
        return event.date();
    }

    String ref() {
        return event.ref();
    }

    Fen amount() {
        return event.amount();
    }

    String memo() {
        return event.voucher().memo();
    }

    boolean isBefore(Movement<?> other) {
        return BY_DATE.compare(this, other) < 0;
    }
}
