package coop.laborfund.api.recording;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.EntryLine;
import coop.laborfund.api.answer.MovementAnswer;
import coop.laborfund.api.recording.Answered.AlreadyRecorded;
import coop.laborfund.api.recording.Answered.Recorded;
import coop.laborfund.api.recording.Answered.Refused;
import coop.laborfund.api.recording.Answered.Tried;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.projections.door.AskBooks;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.query.AccountKey;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Records one movement, or says what it would do. Both are answered from the state that decided them, and so take nothing from the
 * read tables. Fails as the doors do.
 */
public final class MovementRecording {

    private final Recorder ledger;
    private final AskBooks books;
    private final AskHistory history;

    public MovementRecording(Recorder ledger, AskBooks books, AskHistory history) {
        this.ledger = ledger;
        this.books = books;
        this.history = history;
    }

    /** @param dryRun whether it is only to be said what would become of it */
    public Answered record(Requester requester, String fund, Map<Column, String> cells, boolean dryRun) {
        return switch (MovementForm.read(cells)) {
            case ReadRow.Malformed malformed -> refused(malformed.rejection(), cells);
            case ReadRow.WellFormed read -> decide(requester, fund, read.movement(), cells, dryRun);
        };
    }

    private Answered decide(
            Requester requester, String fund, Movement movement, Map<Column, String> cells, boolean dryRun) {
        FundDecision decision = dryRun
                ? ledger.check(fund, List.of(movement), requester)
                : ledger.record(fund, List.of(movement), requester);
        return switch (decision.outcomes().getFirst()) {
            case Outcome.Refused refused -> refused(refused.rejection(), cells);
            case Outcome.AlreadyRecorded already -> new AlreadyRecorded(standing(requester, fund, movement));
            case Outcome.Accepted(Movement accepted, FundEvent event, Entry entry) -> {
                MovementAnswer answer =
                        answer(event, decision.position(), !dryRun, entry, touched(decision.state(), entry));
                yield dryRun ? new Tried(answer) : new Recorded(answer);
            }
        };
    }

    private static Refused refused(Rejection rejection, Map<Column, String> cells) {
        return new Refused(rejection, cells.getOrDefault(rejection.column(), ""));
    }

    /** The same answer as when it was recorded. */
    private MovementAnswer standing(Requester requester, String fund, Movement movement) {
        RecordedEvent event =
                history.voucher(requester, fund, movement.command().ref()).orElseThrow();
        Entry entry = Postings.of(event.event());
        return answer(
                event.event(), event.position(), true, entry, touchedBefore(requester, fund, entry, event.position()));
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

    /** The balances of an entry's accounts in a state. */
    private static SortedMap<AccountKey, Fen> touched(FundState state, Entry entry) {
        SortedMap<AccountKey, Fen> balances = new TreeMap<>();
        entry.lines().forEach(line -> balances.put(AccountKey.of(line), state.balance(line.account(), line.sub())));
        return balances;
    }

    /** The balances of an entry's accounts as they were known at a position of the past. */
    private SortedMap<AccountKey, Fen> touchedBefore(Requester requester, String fund, Entry entry, long position) {
        return entry.lines().isEmpty()
                ? new TreeMap<>()
                : books.balancesOf(
                        requester,
                        entry.lines().stream().map(AccountKey::of).collect(Collectors.toSet()),
                        fund,
                        position);
    }
}
