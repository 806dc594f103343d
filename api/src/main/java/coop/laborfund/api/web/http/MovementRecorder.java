package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.EntryLine;
import coop.laborfund.api.answer.MovementAnswer;
import coop.laborfund.api.app.Authors;
import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.web.problems.ProblemException;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.query.AccountKey;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records one movement, or says what it would do. */
@Component
final class MovementRecorder {

    private final LedgerNode node;

    MovementRecorder(LedgerNode node) {
        this.node = node;
    }

    /**
     * What became of a movement.
     *
     * @param isNew whether this very request recorded it
     */
    record Recorded(boolean isNew, MovementAnswer answer) {}

    /** @throws ProblemException where it is refused */
    Recorded record(String fund, Map<Column, String> cells, boolean dryRun) {
        return switch (MovementForm.read(cells)) {
            case ReadRow.Malformed malformed ->
                throw new ProblemException(Problem.refused(
                        malformed.rejection(),
                        cells.getOrDefault(malformed.rejection().column(), "")));
            case ReadRow.WellFormed read -> decide(fund, read.movement(), cells, dryRun);
        };
    }

    private Recorded decide(String fund, Movement movement, Map<Column, String> cells, boolean dryRun) {
        Requester requester = Authors.of("http");
        FundDecision decision = dryRun
                ? node.ledger().check(fund, List.of(movement), requester)
                : node.ledger().record(fund, List.of(movement), requester);
        return switch (decision.outcomes().getFirst()) {
            case Outcome.Refused refused ->
                throw new ProblemException(Problem.refused(
                        refused.rejection(),
                        cells.getOrDefault(refused.rejection().column(), "")));
            case Outcome.AlreadyRecorded already -> new Recorded(false, standing(fund, movement));
            case Outcome.Accepted accepted ->
                dryRun
                        ? new Recorded(false, trial(fund, accepted.event(), decision.position()))
                        : new Recorded(true, recorded(fund, accepted.event(), decision.position()));
        };
    }

    /** The same answer as when it was recorded. */
    private MovementAnswer standing(String fund, Movement movement) {
        RecordedEvent event =
                node.history().find(fund, movement.command().ref()).orElseThrow();
        return recorded(fund, event.event(), event.position());
    }

    private MovementAnswer recorded(String fund, FundEvent event, long position) {
        Entry entry = Postings.of(event);
        return answer(event, position, true, entry, touched(fund, entry, position));
    }

    private MovementAnswer trial(String fund, FundEvent event, long position) {
        Entry entry = Postings.of(event);
        SortedMap<AccountKey, Fen> balances = touched(fund, entry, position);
        entry.lines().forEach(line -> balances.merge(AccountKey.of(line), line.amount(), Fen::plus));
        return answer(event, position, false, entry, balances);
    }

    private static MovementAnswer answer(
            FundEvent event, long position, boolean recorded, Entry entry, SortedMap<AccountKey, Fen> balances) {
        return new MovementAnswer(
                event.ref(),
                position,
                recorded,
                entry.lines().stream().map(EntryLine::of).toList(),
                BalancesAnswer.Account.of(balances));
    }

    /** The balances of an entry's accounts as they were known at a position. */
    private SortedMap<AccountKey, Fen> touched(String fund, Entry entry, long position) {
        return entry.lines().isEmpty()
                ? new TreeMap<>()
                : node.readModels()
                        .balancesOf(
                                entry.lines().stream().map(AccountKey::of).collect(Collectors.toSet()), fund, position);
    }
}
