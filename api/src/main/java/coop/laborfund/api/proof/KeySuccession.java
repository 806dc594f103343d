package coop.laborfund.api.proof;

import coop.laborfund.ledger.digest.Sha256;
import coop.laborfund.ledger.store.KeptKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The keys of a ledger from the first to the one that signs now: {@code {"keys":[…]}}, each as in {@link KeyLink#json}. */
record KeySuccession(List<KeyLink> links) {

    KeySuccession {
        links = List.copyOf(links);
    }

    /** @throws IllegalArgumentException where one is no key */
    static KeySuccession of(List<KeptKeys.Kept> kept) {
        return new KeySuccession(kept.stream().map(KeyLink::of).toList());
    }

    /** @throws IllegalArgumentException where it is none */
    static KeySuccession parse(String json) {
        JsonNode keys = HeadJson.parse(json).path("keys");
        List<KeyLink> links = new ArrayList<>();
        keys.forEach(each -> links.add(KeyLink.of(
                HeadJson.text(each, "key"),
                HeadJson.text(each, "statement"),
                HeadJson.text(each, "signature"),
                each.has("previousSignature") ? HeadJson.text(each, "previousSignature") : null)));
        KeySuccession parsed = new KeySuccession(links);
        if (links.isEmpty() || !parsed.json().equals(json)) {
            throw new IllegalArgumentException("not canonical");
        }
        return parsed;
    }

    String json() {
        return links.stream().map(KeyLink::json).collect(Collectors.joining(",", "{\"keys\":[", "]}\n"));
    }

    /** What a head says of it that was signed beside it, so that nobody can take it away. */
    String digest() {
        return HexFormat.of().formatHex(Sha256.of(json().getBytes(StandardCharsets.UTF_8)));
    }

    boolean isEmpty() {
        return links.isEmpty();
    }

    /** Whether there is more to tell of it than its one key. */
    boolean isWorthTelling() {
        return links.size() > 1
                || links.stream().anyMatch(link -> !link.reason().isEmpty());
    }

    /** The one that signs now. */
    KeyLink current() {
        return links.getLast();
    }

    Optional<KeyLink> of(String fingerprint) {
        return links.stream()
                .filter(link -> link.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** From which position on a key must not have signed, because another had taken its place. */
    long endOf(KeyLink link) {
        return link.number() < links.size() ? links.get(link.number()).position() : Long.MAX_VALUE;
    }

    /** Whether somebody who trusts the one key can trust the one that signs now: each in between named the next. */
    boolean leadsFrom(KeyLink known) {
        for (int next = known.number(); next < links.size(); next++) {
            if (!links.get(next).isNamedBy(links.get(next - 1))) {
                return false;
            }
        }
        return true;
    }

    /** Says what is wrong with it, and what its reader should know. */
    void check(Report report) {
        for (int at = 0; at < links.size(); at++) {
            KeyLink link = links.get(at);
            String fingerprint = Fingerprint.both(link.fingerprint());
            boolean follows = at == 0
                    ? link.previous().isEmpty()
                    : link.previous().equals(links.get(at - 1).fingerprint());
            if (link.number() != at + 1 || !follows || !link.isItsOwn()) {
                report.found(
                        "密钥的传承不对:第 " + (at + 1) + " 把密钥 " + fingerprint + " 的登记被改过",
                        "The succession of keys is wrong: what is recorded of key " + (at + 1) + ", " + fingerprint
                                + ", was changed");
            } else if (at > 0 && link.previousSignature() != null && !link.isNamedBy(links.get(at - 1))) {
                report.found(
                        "密钥的传承不对:第 " + (at + 1) + " 把密钥 " + fingerprint + " 上前一把密钥的签名是假的",
                        "The succession of keys is wrong: the signature of the key before on key " + (at + 1) + ", "
                                + fingerprint + ", is forged");
            } else if (link.previousSignature() == null
                    && (at > 0 || !link.reason().isEmpty())) {
                report.warned(
                        "第 " + (at + 1) + " 把密钥 " + fingerprint + " 是没有前一把密钥的签名而另行宣布的(" + link.since() + ",位置 "
                                + link.position() + " 之后),理由:" + link.reason() + "。它是不是这个账本的,只有从别处得知",
                        "Key " + (at + 1) + ", " + fingerprint
                                + ", was declared without the signature of the key before ("
                                + link.since() + ", after position " + link.position() + "), because: " + link.reason()
                                + ". Whether it is this ledger's is to be known from elsewhere alone");
            } else if (at > 0) {
                report.checked(
                        "第 " + (at + 1) + " 把密钥 " + fingerprint + " 由前一把签名指定(" + link.since() + ",位置 " + link.position()
                                + " 之后)",
                        "key " + (at + 1) + ", " + fingerprint + ", was named by the one before (" + link.since()
                                + ", after position " + link.position() + ")");
            }
        }
    }
}
