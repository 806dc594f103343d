package coop.laborfund.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;

/**
 * What a fund's history has come to; the thing to publish.
 *
 * @param events how many there are
 * @param position the last one's
 * @param hash the last one's, 64 small hexadecimal digits
 * @param recordedAt when the last one was recorded
 * @param simulatedClock true where the instants are a sample's, invented; left out of others
 */
public record HeadAnswer(
        String fund,
        long events,
        long position,
        String hash,
        String recordedAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean simulatedClock) {

    public static HeadAnswer of(Head head) {
        return new HeadAnswer(
                head.fund(),
                head.events(),
                head.position(),
                head.hash(),
                EventChain.instant(head.recordedAt()),
                head.simulatedClock());
    }
}
