package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;

/** What a journal is written in: told what there is to write, in the order of dates. */
interface JournalFormat {

    /**
     * Once, before everything else.
     *
     * @param first no later than anything that follows
     * @param accounts every account that anything below names
     */
    void heading(String fund, LocalDate first, SortedSet<LedgerAccount> accounts);

    /** The balances from before the first day shown, zeros among them. */
    void opening(LocalDate day, SortedMap<LedgerAccount, Fen> balances);

    void transaction(Posting posting);

    /** The balance of every account at the end of a day. */
    void assertions(LocalDate day, String what, SortedMap<LedgerAccount, Fen> balances);
}
