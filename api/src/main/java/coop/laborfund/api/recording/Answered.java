package coop.laborfund.api.recording;

import coop.laborfund.api.answer.MovementAnswer;
import coop.laborfund.ledger.refusal.Rejection;

/** What became of a movement. */
public sealed interface Answered {

    /** This very request recorded it. */
    record Recorded(MovementAnswer answer) implements Answered {}

    /** It stands already, recorded by an earlier request; the answer is the same as then. */
    record AlreadyRecorded(MovementAnswer answer) implements Answered {}

    /** A dry run: the answer is what recording it would give, and nothing was written. */
    record Tried(MovementAnswer answer) implements Answered {}

    /**
     * It is refused.
     *
     * @param value what stands in the column to look at, empty where nothing does
     */
    record Refused(Rejection rejection, String value) implements Answered {}
}
