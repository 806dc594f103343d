package coop.laborfund.ledger.door;

/**
 * What must hold for anything to be recorded, beyond the rules of a fund. It is asked before every recording and every check, on the
 * thread that wants it, and so has to answer at once.
 */
@FunctionalInterface
public interface RecordingCondition {

    /** @throws LedgerException where nothing may be recorded now, saying why */
    void require();
}
