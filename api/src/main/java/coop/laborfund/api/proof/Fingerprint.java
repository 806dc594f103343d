package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.ShortCode;

/** How a key's fingerprint is told to people: in full, to be compared by eye, and as the code that is read aloud. */
public final class Fingerprint {

    private Fingerprint() {}

    /** In either language. */
    public static String both(String fingerprint) {
        return fingerprint + " (" + ShortCode.of(fingerprint).text() + ")";
    }
}
