package coop.laborfund.ledger.door;

import coop.laborfund.ledger.command.Movement;
import java.util.List;

/**
 * The door to the ledger for everybody who records. A refusal is an answer, never an exception; an exception is one of the kinds
 * of {@link LedgerException}, or means that a stored event cannot be read, or a bug. For many threads at once.
 */
public interface Recorder {

    /**
     * Records movements of one fund, all or none: with one refused nothing is recorded. Those recorded already count as
     * accepted and change nothing, so that the same call is safe to make again.
     *
     * @param requester who wants it recorded
     * @throws LedgerContendedException where others kept recording in the fund at the same time; nothing was recorded
     * @throws LedgerBusyException where too much is waiting; nothing was recorded
     * @throws LedgerStoppedException after {@link #stop}; nothing was recorded
     * @throws DatabaseFailedException where the database fails; nothing was recorded
     * @throws TakeoverEndedException where older books are to be entered into a fund that already records what happens
     * @throws ClockUntrustedException where the clock cannot be right, and nobody stands in for it; nothing was recorded
     * @throws HistoryCutException where events at the end of the history are gone; nothing was recorded
     * @throws OutcomeUnknownException where the database was lost at the commit and stayed away
     */
    FundDecision record(String fund, List<Movement> movements, Requester requester);

    /**
     * Records the movements of an earlier {@link #check}, as the other method would and failing likewise, without deciding them
     * again where nothing of the fund has been recorded since.
     */
    FundDecision record(String fund, FundDecision checked, Requester requester);

    /**
     * Decides as {@link #record(String, List, Requester)} would, and records nothing; fails likewise, but never with an unknown
     * outcome.
     *
     * @param requester who asks; every one is answered as long as there is no sign-in
     */
    FundDecision check(String fund, List<Movement> movements, Requester requester);

    /** What is recorded that movements to come may be the same as. */
    LikeMovements likes();

    /** From now on nothing is recorded or checked unless the condition holds; it throws what it fails with. */
    void onlyWhile(RecordingCondition condition);

    /** From now on the observer is told of every answer. */
    void observe(LedgerObserver observer);

    /** How many times anybody has had something recorded, or refused, since the start. */
    long recordings();

    /** Returns when what is in hand is done; from then on nothing is recorded or checked any more. Safe to repeat. */
    void stop();
}
