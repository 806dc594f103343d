package coop.laborfund.api.app;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.query.AccountKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A fund's history step by step: each event with its entry and what is on the entry's accounts right after it. */
public final class FundHistory {

    private static final EventJson JSON = new EventJson();

    private final LedgerNode node;

    public FundHistory(LedgerNode node) {
        this.node = node;
    }

    /** @param balances of the entry's accounts by everything recorded up to the event */
    public record Step(StoredEvent stored, FundEvent event, Entry entry, SortedMap<AccountKey, Fen> balances) {}

    /**
     * What some of a fund's events that follow each other did to its books. The balances before the first are read at once, for
     * all accounts of the page; from there on they are carried along.
     */
    public List<Step> steps(String fund, List<StoredEvent> events) {
        List<FundEvent> read =
                events.stream().map(event -> event.read(JSON).event()).toList();
        List<Entry> entries = read.stream().map(Postings::of).toList();
        Set<AccountKey> touched = new TreeSet<>();
        entries.forEach(entry -> entry.lines().forEach(line -> touched.add(AccountKey.of(line))));
        Map<AccountKey, Fen> running = events.isEmpty()
                ? Map.of()
                : node.readModels().balancesOf(touched, fund, events.getFirst().position() - 1);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            SortedMap<AccountKey, Fen> after = new TreeMap<>();
            for (Line line : entries.get(i).lines()) {
                AccountKey account = AccountKey.of(line);
                after.put(account, running.merge(account, line.amount(), Fen::plus));
            }
            steps.add(new Step(events.get(i), read.get(i), entries.get(i), after));
        }
        return steps;
    }
}
