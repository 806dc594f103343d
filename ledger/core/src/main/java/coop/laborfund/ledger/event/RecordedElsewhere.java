package coop.laborfund.ledger.event;

/** An event of a stream that is no fund's, of which who folds funds needs to know no more than that it is there. */
public record RecordedElsewhere(long position) implements Recorded {}
