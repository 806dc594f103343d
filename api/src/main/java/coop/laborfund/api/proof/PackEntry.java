package coop.laborfund.api.proof;

import java.util.Arrays;
import java.util.Optional;

/** The files of a pack, in their order. */
enum PackEntry {
    EVENTS("events.ndjson"),
    JOURNAL("journal.hledger"),
    BALANCES("balances.csv"),
    GUARANTEES("guarantees.json"),
    HEAD("head.json"),
    HEADS("heads.json"),
    PUBLIC_KEY("public-key.pem"),
    README("README.txt");

    private final String file;

    PackEntry(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    static Optional<PackEntry> named(String file) {
        return Arrays.stream(values()).filter(entry -> entry.file.equals(file)).findFirst();
    }
}
