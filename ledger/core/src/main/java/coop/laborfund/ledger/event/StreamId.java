package coop.laborfund.ledger.event;

/**
 * Names a stream of the history: events that are numbered, chained and kept apart from all others'.
 *
 * @param kind a {@link StreamKind}'s code, or one of a newer program's, which this one keeps and chains as any other
 * @param id unique within its kind
 */
public record StreamId(String kind, String id) {

    public boolean is(StreamKind wanted) {
        return wanted.code().equals(kind);
    }
}
