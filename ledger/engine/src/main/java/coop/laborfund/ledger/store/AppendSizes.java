package coop.laborfund.ledger.store;

/** How much is appended at once, where that decides how. */
public final class AppendSizes {

    /**
     * From so many events on an append is a large one: whoever decided on it has asked for its refs, so that the store does not look
     * for them, and it waits in a queue of its own.
     */
    public static final int LARGE = 200;

    /**
     * Movements of several requests that are decided together, unless a single one has more. What was gathered did not ask for its
     * refs, so it must never come to be a large append.
     */
    public static final int MOST_GATHERED = LARGE / 4 * 3;

    /** Up to so many events are inserted; beyond, {@code COPY} is as fast in spite of its additional round trip. */
    static final int MOST_INSERTED = 64;

    private AppendSizes() {}
}
