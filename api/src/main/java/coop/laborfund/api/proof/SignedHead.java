package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.json.EventJson;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One fund's head, signed: {@code {"head":{…},"key":"fingerprint","keys":"digest","rules":2,"signature":"base64"}}. Signed is the canonical JSON of
 * {@code {"head":{…},"keys":"digest","rules":2}}, so that nobody can take the rules or earlier keys away; of version 1's, which names no
 * rules, that of the head alone.
 *
 * @param keys digest of the succession of keys, null where there is but one
 * @param rules the version of the rules that the figures beside it were made by
 */
record SignedHead(Head head, @Nullable String keys, int rules, String key, String signature) {

    /** By which this program makes figures. */
    static final int RULES = 2;

    private static final int UNNAMED = 1;

    static SignedHead sign(Head head, KeySuccession succession, SigningKey key) {
        String keys = succession.isWorthTelling() ? succession.digest() : null;
        return new SignedHead(
                head,
                keys,
                RULES,
                key.verifying().fingerprint(),
                Base64.getEncoder().encodeToString(key.sign(signed(head, keys, RULES))));
    }

    /** @throws IllegalArgumentException where it is none */
    static SignedHead parse(String text) {
        JsonNode node = HeadJson.parse(text);
        SignedHead signed = new SignedHead(
                HeadJson.head(node.path("head")),
                node.has("keys") ? HeadJson.text(node, "keys") : null,
                node.has("rules") ? Math.toIntExact(HeadJson.number(node, "rules")) : UNNAMED,
                HeadJson.text(node, "key"),
                HeadJson.text(node, "signature"));
        if (!signed.json().equals(text)) {
            throw new IllegalArgumentException("not canonical");
        }
        return signed;
    }

    boolean isSignedBy(VerifyingKey verifying) {
        return key.equals(verifying.fingerprint()) && verifying.verifies(signed(head, keys, rules), signature);
    }

    private static String signed(Head head, @Nullable String keys, int rules) {
        String text = HeadJson.write(head);
        return rules == UNNAMED ? text : "{\"head\":" + text + named(keys) + ",\"rules\":" + rules + "}";
    }

    private static String named(@Nullable String keys) {
        return keys == null ? "" : ",\"keys\":" + EventJson.quote(keys);
    }

    String json() {
        String named = named(keys) + (rules == UNNAMED ? "" : ",\"rules\":" + rules);
        return "{\"head\":" + HeadJson.write(head) + ",\"key\":\"" + key + "\"" + named + ",\"signature\":\""
                + signature + "\"}\n";
    }
}
