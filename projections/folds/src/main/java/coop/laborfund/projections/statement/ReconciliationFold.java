package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.BankStatement.BankLine;
import coop.laborfund.projections.statement.Reconciliation.Gap;
import coop.laborfund.projections.statement.Reconciliation.GapKind;
import coop.laborfund.projections.statement.Reconciliation.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bank's reconciliation from a fund's events. It keeps each line of the bank's and each posting on 102, matched or not: a match
 * may still be reversed, and counts only on days that all of it is dated by.
 */
public final class ReconciliationFold implements Fold<RecordedEvent, Reconciliation> {

    /** A movement's postings on 102: those of a payout that only passes through are two. */
    private record BankMovement(String ref, LocalDate date, List<Fen> amounts, long position) {

        private Fen sum() {
            return amounts.stream().reduce(Fen.ZERO, Fen::plus);
        }
    }

    private final Scope scope;
    private final Map<String, BankLine> lines = new LinkedHashMap<>();
    private final Map<String, BankMovement> movements = new LinkedHashMap<>();
    private final Map<String, BankLinesMatched> matches = new LinkedHashMap<>();

    public ReconciliationFold(Scope scope) {
        this.scope = scope;
    }

    @Override
    public void add(RecordedEvent recorded) {
        add(recorded, Postings.of(recorded.event()));
    }

    /** Adds an event whose entry has been worked out before. */
    public void add(RecordedEvent recorded, Entry entry) {
        FundEvent event = recorded.event();
        if (!event.fund().equals(scope.fund()) || recorded.position() > scope.knownAt()) {
            return;
        }
        if (event instanceof BankLineRecorded line && !line.date().isAfter(scope.asOf())) {
            lines.put(
                    line.ref(),
                    new BankLine(line.ref(), line.date(), line.signed(), line.balance(), recorded.position()));
        } else if (event instanceof BankLinesMatched match) {
            matches.put(match.ref(), match);
        } else if (event instanceof MovementReversed reversal) {
            lines.remove(reversal.original().ref());
            matches.remove(reversal.original().ref());
        }
        post(recorded, entry);
    }

    private void post(RecordedEvent recorded, Entry entry) {
        if (entry.lines().isEmpty()) {
            return;
        }
        List<Fen> amounts = entry.lines().stream()
                .filter(line -> line.account() == Account.BANK)
                .map(Line::amount)
                .toList();
        if (!amounts.isEmpty() && !entry.date().isAfter(scope.asOf())) {
            String ref = recorded.event().ref();
            movements.put(ref, new BankMovement(ref, entry.date(), amounts, recorded.position()));
        }
    }

    @Override
    public Reconciliation result() {
        return result(scope);
    }

    /** @param of the scope of the reconciliation, in which the same events count */
    public Reconciliation result(Scope of) {
        List<BankLinesMatched> counting = matches.values().stream()
                .filter(match -> lines.keySet().containsAll(match.lines())
                        && movements.keySet().containsAll(match.movements()))
                .toList();
        Set<String> settledLines = new HashSet<>();
        Set<String> settledMovements = new HashSet<>();
        counting.forEach(match -> {
            settledLines.addAll(match.lines());
            settledMovements.addAll(match.movements());
        });
        BankStatement statement = new BankStatement(lines.values());
        Fen matchedLines = sumOfLines(settledLines);
        Fen matchedMovements = sumOfMovements(settledMovements);
        Optional<Fen> opening = statement.opening();
        Optional<Set<String>> before = opening.flatMap(begun -> before(statement, begun));
        before.ifPresent(settledMovements::addAll);
        boolean agreed = before.isPresent();
        Fen begun = opening.orElse(Fen.ZERO);
        List<Gap> gaps = new ArrayList<>();
        gap(gaps, GapKind.OPENING, agreed ? Fen.ZERO : begun);
        gap(gaps, GapKind.STATEMENT, statement.balance().minus(statement.sum()).minus(begun));
        gap(gaps, GapKind.MATCHES, matchedLines.minus(matchedMovements));
        return answer(of, statement, settledLines, settledMovements, gaps);
    }

    /**
     * The movements dated before the bank's first line that come to what the bank had then: all of them or, where that does not
     * agree, those that no match speaks of, whatever day it counts on. Empty where neither does.
     */
    private Optional<Set<String>> before(BankStatement statement, Fen opening) {
        Set<String> all = new HashSet<>();
        statement
                .begins()
                .ifPresent(first -> movements.values().stream()
                        .filter(movement -> movement.date.isBefore(first))
                        .forEach(movement -> all.add(movement.ref)));
        Set<String> unmatched = new HashSet<>(all);
        matches.values().forEach(match -> unmatched.removeAll(match.movements()));
        return Stream.of(all, unmatched)
                .filter(refs -> sumOfMovements(refs).equals(opening))
                .findFirst();
    }

    private Reconciliation answer(
            Scope of, BankStatement statement, Set<String> settledLines, Set<String> settledMovements, List<Gap> gaps) {
        List<OpenItem> booksIn = new ArrayList<>();
        List<OpenItem> booksOut = new ArrayList<>();
        for (BankMovement movement : movements.values()) {
            if (!settledMovements.contains(movement.ref)) {
                movement.amounts.forEach(
                        amount -> open(booksIn, booksOut, movement.ref, movement.date, amount, movement.position));
            }
        }
        List<OpenItem> bankIn = new ArrayList<>();
        List<OpenItem> bankOut = new ArrayList<>();
        for (BankLine line : lines.values()) {
            if (!settledLines.contains(line.ref())) {
                open(bankIn, bankOut, line.ref(), line.date(), line.amount(), line.position());
            }
        }
        List.of(booksIn, booksOut, bankIn, bankOut)
                .forEach(items ->
                        items.sort(Comparator.comparing(OpenItem::date).thenComparingLong(OpenItem::position)));
        return new Reconciliation(
                of.fund(),
                of.asOf(),
                of.knownAt(),
                sumOfMovements(movements.keySet()),
                statement.balance(),
                booksIn,
                booksOut,
                bankIn,
                bankOut,
                gaps);
    }

    private static void open(
            List<OpenItem> in, List<OpenItem> out, String ref, LocalDate date, Fen amount, long position) {
        if (amount.isNegative()) {
            out.add(new OpenItem(ref, date, amount.negate(), position));
        } else {
            in.add(new OpenItem(ref, date, amount, position));
        }
    }

    private static void gap(List<Gap> gaps, GapKind kind, Fen amount) {
        if (!amount.isZero()) {
            gaps.add(new Gap(kind, amount));
        }
    }

    private Fen sumOfLines(Collection<String> refs) {
        return lines.values().stream()
                .filter(line -> refs.contains(line.ref()))
                .map(BankLine::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private Fen sumOfMovements(Collection<String> refs) {
        return movements.values().stream()
                .filter(movement -> refs.contains(movement.ref))
                .map(BankMovement::sum)
                .reduce(Fen.ZERO, Fen::plus);
    }
}
