package coop.laborfund.api.asking;

import coop.laborfund.api.answer.EventAnswer;
import coop.laborfund.api.answer.EventsAnswer;
import coop.laborfund.api.answer.HistoryAnswer;
import coop.laborfund.api.answer.HistoryStep;
import coop.laborfund.api.answer.JournalAnswer;
import coop.laborfund.api.answer.JournalAnswer.JournalItem;
import coop.laborfund.api.exporting.Export;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.api.exporting.MovementsFileExport;
import coop.laborfund.api.exporting.MovementsFileExport.FundMovements;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.door.AskHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions about the history, with their answers as commands, HTTP and exports give them; empty where a fund is not open. */
public final class HistoryQuestions {

    private final AskHistory history;

    public HistoryQuestions(AskHistory history) {
        this.history = history;
    }

    /** Each fund's head, by fund in code point order. */
    public List<Head> heads(Requester requester) {
        return history.heads(requester);
    }

    /** The whole journal of the days from one to another, null for all; what was before is in an opening entry. */
    public Optional<Export> journal(
            Requester requester, String fund, @Nullable LocalDate from, @Nullable LocalDate to) {
        return history.events(requester, fund, 1).map(events -> Exports.journal(fund, events, from, to));
    }

    /**
     * What a fund has recorded, as a movements file.
     *
     * @param fund null for all, in the order of their ids
     */
    public Optional<Export> movements(Requester requester, @Nullable String fund) {
        if (fund != null && history.head(requester, fund).isEmpty()) {
            return Optional.empty();
        }
        List<String> funds = fund != null
                ? List.of(fund)
                : heads(requester).stream().map(Head::fund).toList();
        return Optional.of(MovementsFileExport.of(
                funds,
                id -> new FundMovements(
                        history.events(requester, id, 1).orElse(Stream.empty()),
                        history.householdNames(requester, id),
                        history.bankTexts(requester, id))));
    }

    /** A page of the entries posted on the days from one to another, in the order of recording. */
    public Optional<JournalAnswer> journalPage(
            Requester requester, String fund, @Nullable LocalDate from, @Nullable LocalDate to, long after, int limit) {
        LocalDate first = from == null ? LocalDate.MIN : from;
        LocalDate last = to == null ? LocalDate.MAX : to;
        return history.events(requester, fund, after + 1)
                .map(events -> events.flatMap(recorded -> JournalItem.of(recorded, first, last)))
                .map(items -> Page.of(items, limit, JournalItem::position))
                .map(page -> new JournalAnswer(page.items(), page.next()));
    }

    /** The events from one position to another, both included. */
    public Optional<Stream<EventAnswer>> events(Requester requester, String fund, long from, long to) {
        return history.stored(requester, fund, from, to).map(events -> events.map(EventAnswer::of));
    }

    /** A page of them. */
    public Optional<EventsAnswer> eventsPage(Requester requester, String fund, long from, long to, int limit) {
        return events(requester, fund, from, to)
                .map(events -> Page.of(events, limit, EventAnswer::position))
                .map(page -> new EventsAnswer(page.items(), page.next()));
    }

    /** A page of the history event by event, each with its entry and the balances right after it. */
    public Optional<HistoryAnswer> steps(Requester requester, String fund, long after, int limit) {
        return history.stored(requester, fund, after + 1, Long.MAX_VALUE)
                .map(events -> Page.of(events, limit, StoredEvent::position))
                .map(page -> new HistoryAnswer(
                        history.steps(requester, fund, page.items()).stream()
                                .map(step -> HistoryStep.of(step.stored(), step.entry(), step.balances()))
                                .toList(),
                        page.next()));
    }
}
