package coop.laborfund.ledger.event;

/** A place in the history. Who follows all of it is handed every one, and so sees that none is missing. */
public sealed interface Recorded permits RecordedEvent, RecordedElsewhere {

    /** Its number among all events, from 1, in the order of recording. */
    long position();
}
