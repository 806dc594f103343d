package coop.laborfund.ledger.chain;

import java.time.Instant;

/**
 * What a stream's history has come to, in most places a fund's: whoever keeps a head can later tell whether anything before it was changed or cut off.
 *
 * @param fund the stream's id among those of its kind
 * @param events how many there are
 * @param position the last one's position
 * @param hash the last one's hash, 64 small hexadecimal digits
 * @param recordedAt when the last one was recorded
 * @param simulatedClock whether the instants of its beginning are invented, as a sample's are
 */
public record Head(String fund, long events, long position, String hash, Instant recordedAt, boolean simulatedClock) {

    /** The head as it is printed on notices. */
    public String code() {
        return ShortCode.of(hash).text();
    }
}
