package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A list of all funds' heads, signed: {@code {"key":"fingerprint","seal":{"heads":[…],"position":n,"sealedAt":"…"},
 * "signature":"base64"}}; signed is the canonical JSON of {@code seal}.
 *
 * @param position the last position of all when it was signed
 * @param sealed canonical JSON, as it was signed
 */
public record Seal(List<Head> heads, long position, String sealedAt, String sealed, String key, String signature) {

    /** A list of heads, signed now. */
    public static Seal sign(List<Head> heads, Instant now, SigningKey key) {
        long position = position(heads);
        String sealedAt = EventChain.instant(now);
        String sealed = "{\"heads\":" + HeadJson.write(heads) + ",\"position\":" + position + ",\"sealedAt\":\""
                + sealedAt + "\"}";
        return new Seal(
                heads,
                position,
                sealedAt,
                sealed,
                key.verifying().fingerprint(),
                Base64.getEncoder().encodeToString(key.sign(sealed)));
    }

    /** The last of all. */
    static long position(List<Head> heads) {
        return heads.stream().mapToLong(Head::position).max().orElse(0);
    }

    /** @throws IllegalArgumentException where it is none */
    public static Seal parse(String json) {
        JsonNode node = HeadJson.parse(json);
        String key = HeadJson.text(node, "key");
        String signature = HeadJson.text(node, "signature");
        String begin = "{\"key\":\"" + key + "\",\"seal\":";
        String end = ",\"signature\":\"" + signature + "\"}\n";
        if (!json.startsWith(begin) || !json.endsWith(end) || json.length() < begin.length() + end.length()) {
            throw new IllegalArgumentException("not canonical");
        }
        return of(json.substring(begin.length(), json.length() - end.length()), key, signature);
    }

    /** @throws IllegalArgumentException where {@code sealed} is no list */
    static Seal of(String sealed, String key, String signature) {
        JsonNode list = HeadJson.parse(sealed);
        return new Seal(
                HeadJson.heads(list.path("heads")),
                HeadJson.number(list, "position"),
                HeadJson.text(list, "sealedAt"),
                sealed,
                key,
                signature);
    }

    /** Whether this key's owner signed it. */
    public boolean isSignedBy(VerifyingKey verifying) {
        return key.equals(verifying.fingerprint()) && verifying.verifies(sealed, signature);
    }

    /** Of the whole of it, to tell one from another. */
    String digest() {
        return HexFormat.of().formatHex(Sha256.of(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** All heads together as people compare them: of their list's hash what a head's code is of its own. */
    public String code() {
        String hash = HexFormat.of().formatHex(EventChain.hash(HeadJson.write(heads)));
        return new Head("", 0, position, hash, Instant.EPOCH, false).code();
    }

    /** As a file holds it. */
    public String json() {
        return "{\"key\":\"" + key + "\",\"seal\":" + sealed + ",\"signature\":\"" + signature + "\"}\n";
    }
}
