package coop.laborfund.api.answer;

import coop.laborfund.projections.trace.Trace;
import java.util.List;

/**
 * Where some money went, or came from (追钱), money as strings of yuan.
 *
 * @param from the household, company or voucher that is followed
 * @param asOf the day up to which
 * @param position the last position that was taken into account
 * @param rule {@code FIFO} or {@code PROPORTIONAL}
 * @param direction {@code FORWARD} or {@code BACKWARD}
 * @param hops the way that it took, by date
 * @param ends where it is, or came from, in the end
 */
public record TraceAnswer(
        String fund,
        String from,
        String asOf,
        long position,
        String rule,
        String direction,
        List<HopItem> hops,
        List<EndItem> ends) {

    /**
     * A step of the way.
     *
     * @param from an account as the balances call it, with its sub-account after a colon, as is {@code to}
     * @param amount how much of the followed money went
     */
    public record HopItem(String from, String to, String amount, String date, String ref, long position) {

        private static HopItem of(Trace.Hop hop) {
            return new HopItem(
                    hop.from(), hop.to(), hop.amount().toString(), hop.date().toString(), hop.ref(), hop.position());
        }
    }

    /** What of it is at an account. */
    public record EndItem(String node, String amount) {}

    public static TraceAnswer of(Trace trace) {
        return new TraceAnswer(
                trace.question().scope().fund(),
                trace.question().from(),
                trace.question().scope().asOf().toString(),
                trace.question().scope().knownAt(),
                trace.question().rule().name(),
                trace.question().direction().name(),
                trace.hops().stream().map(HopItem::of).toList(),
                trace.ends().stream()
                        .map(end -> new EndItem(end.node(), end.amount().toString()))
                        .toList());
    }
}
