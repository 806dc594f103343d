package coop.laborfund.projections.trace;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * Where some money went, or came from.
 *
 * @param known whether anything of the fund bears the name that is asked for
 * @param hops the way that it took, by date and in the order of recording, each with how much of the followed money it moved
 * @param ends where all of it is, or came from, in the end; by node, zero ones left out
 */
public record Trace(Question question, boolean known, List<Hop> hops, List<End> ends) {

    /**
     * A step of the way, always from where money came to where it went.
     *
     * @param from a node as the books call it ({@code 102}, {@code 113:C001:A001}, {@code 301:H001}), as is {@code to}; {@code
     *     overdrawn:102} is money that went out before it was recorded to have come in
     */
    public record Hop(String from, String to, Fen amount, LocalDate date, String ref, long position) {}

    /** What of it is at a node. */
    public record End(String node, Fen amount) {}
}
