package coop.laborfund.api.answer;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.query.AccountKey;
import java.util.List;
import java.util.SortedMap;

/**
 * An event and the books right after it.
 *
 * @param date the posting date
 * @param entry empty where it posts nothing
 * @param balances of the entry's accounts, by everything recorded up to this event, those of zero too, sorted by account and sub
 */
public record HistoryStep(
        EventAnswer event, String date, List<EntryLine> entry, List<BalancesAnswer.Account> balances) {

    public static HistoryStep of(StoredEvent event, Entry entry, SortedMap<AccountKey, Fen> balances) {
        return new HistoryStep(
                EventAnswer.of(event),
                entry.date().toString(),
                entry.lines().stream().map(EntryLine::of).toList(),
                BalancesAnswer.Account.of(balances));
    }
}
