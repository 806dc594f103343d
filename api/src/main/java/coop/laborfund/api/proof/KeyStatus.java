package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.ShortCode;

/**
 * The key that a ledger signs with.
 *
 * @param number from 1: so many keys it has had
 * @param fingerprint 64 small hexadecimal digits
 * @param since the instant from which it signs, as events have theirs
 * @param pem its public half
 */
public record KeyStatus(int number, String fingerprint, String since, String pem) {

    static KeyStatus of(KeyLink link) {
        return new KeyStatus(
                link.number(), link.fingerprint(), link.since(), link.key().pem());
    }

    /** The fingerprint, short enough to be read aloud. */
    public String code() {
        return ShortCode.of(fingerprint).text();
    }
}
