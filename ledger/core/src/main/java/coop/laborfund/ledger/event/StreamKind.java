package coop.laborfund.ledger.event;

/** What the events of a stream are about, among the kinds that this program knows; the history may hold others of a newer one. */
public enum StreamKind {
    /** What happened in one fund. Its id is the fund's, every event has a ref, and its name is not in what is hashed. */
    FUND("fund");

    private final String code;

    StreamKind(String code) {
        this.code = code;
    }

    /** What the history calls it, for ever. */
    public String code() {
        return code;
    }

    /** The stream of this kind that an id names. */
    public StreamId of(String id) {
        return new StreamId(code, id);
    }
}
