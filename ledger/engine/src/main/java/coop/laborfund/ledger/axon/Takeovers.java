package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.door.TakeoverEndedException;
import coop.laborfund.ledger.event.Circumstances;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Which funds may still be taken over from older books: those with nothing but taken over events, so that the last one tells of
 * all of them.
 */
final class Takeovers {

    private final BiFunction<String, Long, Optional<Circumstances>> history;

    /** @param history how a fund's event of this sequence came to be recorded; empty where it has none */
    Takeovers(BiFunction<String, Long, Optional<Circumstances>> history) {
        this.history = history;
    }

    /**
     * For one who wants to record something in a fund.
     *
     * @param sequence the fund's last event, -1 where it has none
     * @throws TakeoverEndedException where he wants to enter older books, and the fund records what happens
     */
    void requireOpen(Requester requester, String fund, long sequence) {
        if (requester.isTakingOver()
                && !history.apply(fund, sequence)
                        .map(Circumstances::isTakenOver)
                        .orElse(true)) {
            throw new TakeoverEndedException(fund);
        }
    }
}
