package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the fund's events follow each other (1): their numbers without a gap, their positions and instants never back. That nothing
 * in them was changed is for the chain of hashes to prove, which {@code verify} goes through.
 */
final class HistoryOrder extends Check {

    private record Break(LocalDate date, long expected, long found, long position) {}

    private final List<Break> breaks = new ArrayList<>();
    private long sequence = -1;
    private long position;
    private Instant recordedAt = Instant.MIN;

    /** Asks every event that is known, whatever its date. */
    void look(RecordedEvent recorded) {
        boolean follows = recorded.sequence() == sequence + 1
                && recorded.position() > position
                && !recorded.recordedAt().isBefore(recordedAt);
        if (!follows && breaks.size() < Finding.MOST_EVIDENCE) {
            breaks.add(new Break(recorded.event().date(), sequence + 1, recorded.sequence(), recorded.position()));
        }
        sequence = recorded.sequence();
        position = recorded.position();
        recordedAt = recorded.recordedAt();
    }

    @Override
    void tell(View view, Report report) {
        for (Break each : breaks) {
            report.add(
                    What.SEQUENCE_BROKEN,
                    each.date,
                    Fen.ZERO,
                    List.of(each.position),
                    each.position,
                    each.expected,
                    each.found);
        }
    }
}
