package coop.laborfund.api.proof;

import java.util.Arrays;
import java.util.Optional;

/** The files of a pack, in their order. */
enum PackEntry {
    EVENTS("events.ndjson"),
    JOURNAL("journal.hledger"),
    BALANCES("balances.csv"),
    GUARANTEES("guarantees.json"),
    STATEMENTS("statements.json", true),
    FINDINGS("findings.json", true),
    DUE("due.json", true),
    HEAD("head.json"),
    HEADS("heads.json"),
    KEYS("keys.json", true),
    PUBLIC_KEY("public-key.pem"),
    README("README.txt");

    private final String file;

    private final boolean optional;

    PackEntry(String file) {
        this(file, false);
    }

    PackEntry(String file, boolean optional) {
        this.file = file;
        this.optional = optional;
    }

    /** Whether a pack may lack it: earlier programs did not write it, the fund is too large for it, or there is nothing to say in it. */
    boolean isOptional() {
        return optional;
    }

    String file() {
        return file;
    }

    static Optional<PackEntry> named(String file) {
        return Arrays.stream(values()).filter(entry -> entry.file.equals(file)).findFirst();
    }
}
