package coop.laborfund.projections.query;

import static java.util.Comparator.comparing;

import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Journal.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An entry of the journal.
 *
 * @param date the posting date; a December closing's is 31 December whenever it was made
 * @param lines two or more, balanced
 */
public record JournalEntry(
        long position,
        LocalDate date,
        String ref,
        MovementType type,
        Instant recordedAt,
        String memo,
        List<JournalLine> lines) {

    /** The entries posted on the days from one to another, by date and then in the order of recording. */
    public static List<JournalEntry> read(FactSource facts, Scope scope, LocalDate from) {
        Map<Long, Movement> movements = facts.recorded(Movement.class, scope.onAnyDay()).stream()
                .collect(Collectors.toMap(Movement::position, Function.identity()));
        return facts.recorded(JournalLine.class, scope, Window.dated(from, scope.asOf())).stream()
                .collect(Collectors.groupingBy(JournalLine::position))
                .entrySet()
                .stream()
                .map(lines -> of(Objects.requireNonNull(movements.get(lines.getKey())), lines.getValue()))
                .sorted(comparing(JournalEntry::date).thenComparingLong(JournalEntry::position))
                .toList();
    }

    private static JournalEntry of(Movement movement, List<JournalLine> lines) {
        return new JournalEntry(
                movement.position(),
                lines.getFirst().date(),
                movement.ref(),
                movement.type(),
                movement.recordedAt(),
                movement.memo(),
                lines);
    }
}
