package coop.laborfund.projections.door;

import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.query.AccountKey;
import java.util.SortedMap;

/**
 * An event with its entry and what is on the entry's accounts right after it.
 *
 * @param balances of the entry's accounts by everything recorded up to the event, those of zero too
 */
public record HistoryStep(
        StoredEvent stored,
        Circumstances circumstances,
        FundEvent event,
        Entry entry,
        SortedMap<AccountKey, Fen> balances) {}
