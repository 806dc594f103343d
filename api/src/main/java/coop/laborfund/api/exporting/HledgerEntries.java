package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.posting.Entry;

/** Writes single entries as they stand in a journal for hledger; one thread's alone. */
public final class HledgerEntries {

    private static final byte[] NONE = {};

    private final Utf8Text text = new Utf8Text();
    private final HledgerJournal journal = new HledgerJournal(text);

    /** In UTF-8; empty where the event posts nothing. */
    public byte[] write(long position, FundEvent event, Entry entry) {
        if (entry.lines().isEmpty()) {
            return NONE;
        }
        text.clear();
        journal.transaction(Posting.of(position, event, entry));
        return text.toBytes();
    }
}
