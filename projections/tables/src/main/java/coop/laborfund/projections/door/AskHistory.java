package coop.laborfund.projections.door;

import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.store.BankTexts;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.HouseholdNames;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.query.AccountKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks for the history itself. Every question names who asks; everybody is answered as long as there is no sign-in. Answers about
 * one fund are empty where it has no events. Streams are fetched page by page as they are read and hold no connection.
 *
 * <p>Fails with {@link coop.laborfund.ledger.door.DatabaseFailedException}, a stream also while it is read; steps fail as {@link
 * AskBooks} does. For many threads at once.
 */
public final class AskHistory {

    private static final EventJson JSON = new EventJson();

    private final EventHistory history;
    private final HouseholdNames names;
    private final BankTexts bankTexts;
    private final AskBooks books;

    public AskHistory(EventHistory history, HouseholdNames names, BankTexts bankTexts, AskBooks books) {
        this.history = history;
        this.names = names;
        this.bankTexts = bankTexts;
        this.books = books;
    }

    /**
     * The last position of all, 0 where nothing is recorded. All answers stand on it that are folded from the history, and so it
     * fails with {@link coop.laborfund.ledger.door.HistoryCutException} where events at the end are gone; the events that are left, and
     * the heads, can be looked at even then.
     */
    public long lastPosition(Requester requester) {
        return books.lastPosition(requester);
    }

    /** The last position recorded by an instant, 0 where there was none yet. */
    public long positionAt(Requester requester, Instant instant) {
        return Failures.own(() -> history.positionAt(instant));
    }

    /** How many events a fund has, 0 where it is not open. */
    public long count(Requester requester, String fund) {
        return Failures.own(() -> history.lastSequence(fund)).orElse(-1) + 1;
    }

    /** Each fund's head, by fund in code point order. */
    public List<Head> heads(Requester requester) {
        return Failures.own(history::heads);
    }

    /** A fund's head. */
    public Optional<Head> head(Requester requester, String fund) {
        return Failures.own(() -> history.head(fund));
    }

    /** All of a fund's names of households by their ids, in the order of those. */
    public SortedMap<String, String> householdNames(Requester requester, String fund) {
        return Failures.own(() -> names.of(fund));
    }

    /** All of the bank's words on a fund's bank lines, by the refs of those. */
    public SortedMap<String, String> bankTexts(Requester requester, String fund) {
        return Failures.own(() -> bankTexts.of(fund));
    }

    /** What a fund recorded under a voucher number. */
    public Optional<RecordedEvent> voucher(Requester requester, String fund, String ref) {
        return Failures.own(() -> history.find(fund, ref));
    }

    /** A fund's events from a position on, in their order. */
    public Optional<Stream<RecordedEvent>> events(Requester requester, String fund, long from) {
        return opened(fund, () -> history.ofFund(fund, from, Long.MAX_VALUE));
    }

    /** A fund's events from one position to another, both included, in their order, as stored. */
    public Optional<Stream<StoredEvent>> stored(Requester requester, String fund, long from, long to) {
        return opened(fund, () -> history.storedOfFund(fund, from, to));
    }

    /** A fund's events from one of its sequence numbers on, in their order, as stored. */
    public Optional<Stream<StoredEvent>> storedFrom(Requester requester, String fund, long sequence) {
        return opened(fund, () -> history.storedFromSequence(fund, sequence));
    }

    private <T> Optional<Stream<T>> opened(String fund, Supplier<Stream<T>> events) {
        return Failures.own(() ->
                history.lastSequence(fund).isEmpty() ? Optional.empty() : Optional.of(Failures.own(events.get())));
    }

    /**
     * What some of a fund's events that follow each other did to its books. The balances before the first are read at once, for
     * all accounts of the page; from there on they are carried along.
     */
    public List<HistoryStep> steps(Requester requester, String fund, List<StoredEvent> events) {
        List<RecordedEvent> read =
                events.stream().map(event -> event.read(JSON)).toList();
        List<Entry> entries =
                read.stream().map(event -> Postings.of(event.event())).toList();
        Set<AccountKey> touched = new TreeSet<>();
        entries.forEach(entry -> entry.lines().forEach(line -> touched.add(AccountKey.of(line))));
        Map<AccountKey, Fen> running = events.isEmpty()
                ? Map.of()
                : books.balancesOf(requester, touched, fund, events.getFirst().position() - 1);
        List<HistoryStep> steps = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            SortedMap<AccountKey, Fen> after = new TreeMap<>();
            for (Line line : entries.get(i).lines()) {
                AccountKey account = AccountKey.of(line);
                after.put(account, running.merge(account, line.amount(), Fen::plus));
            }
            RecordedEvent event = read.get(i);
            steps.add(new HistoryStep(events.get(i), event.circumstances(), event.event(), entries.get(i), after));
        }
        return steps;
    }
}
