package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** A pack's own words: what is in it and how to check it, by hand too. */
final class PackReadme {

    private static final String TEMPLATE = "/proof/pack-readme.txt";

    private PackReadme() {}

    static String of(Head head, LocalDate lastDay, VerifyingKey key) {
        return template()
                .replace("{events}", Long.toString(head.events()))
                .replace("{position}", Long.toString(head.position()))
                .replace("{recordedAt}", EventChain.instant(head.recordedAt()))
                .replace("{hash}", head.hash())
                .replace("{code}", head.code())
                .replace("{mostEntries}", String.valueOf(Inspection.MOST_ENTRIES))
                .replace("{mostEvents}", String.valueOf(Inspection.MOST_EVENTS))
                .replace("{day}", lastDay.toString())
                .replace("{key}", key.fingerprint())
                .replace("{fund}", head.fund());
    }

    private static String template() {
        try (InputStream text = Objects.requireNonNull(PackReadme.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
