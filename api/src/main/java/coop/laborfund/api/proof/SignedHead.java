package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * One fund's head, signed: {@code {"head":{…},"key":"fingerprint","rules":2,"signature":"base64"}}. Signed is the canonical JSON of
 * {@code {"head":{…},"rules":2}}, so that nobody can take the rules away; of version 1's, which names none, that of the head alone.
 *
 * @param rules the version of the rules that the figures beside it were made by
 */
record SignedHead(Head head, int rules, String key, String signature) {

    /** By which this program makes figures. */
    static final int RULES = 2;

    private static final int UNNAMED = 1;

    static SignedHead sign(Head head, SigningKey key) {
        return new SignedHead(
                head,
                RULES,
                key.verifying().fingerprint(),
                Base64.getEncoder().encodeToString(key.sign(signed(head, RULES))));
    }

    /** @throws IllegalArgumentException where it is none */
    static SignedHead parse(String text) {
        JsonNode node = HeadJson.parse(text);
        SignedHead signed = new SignedHead(
                HeadJson.head(node.path("head")),
                node.has("rules") ? Math.toIntExact(HeadJson.number(node, "rules")) : UNNAMED,
                HeadJson.text(node, "key"),
                HeadJson.text(node, "signature"));
        if (!signed.json().equals(text)) {
            throw new IllegalArgumentException("not canonical");
        }
        return signed;
    }

    boolean isSignedBy(VerifyingKey verifying) {
        return key.equals(verifying.fingerprint()) && verifying.verifies(signed(head, rules), signature);
    }

    private static String signed(Head head, int rules) {
        String text = HeadJson.write(head);
        return rules == UNNAMED ? text : "{\"head\":" + text + ",\"rules\":" + rules + "}";
    }

    String json() {
        String named = rules == UNNAMED ? "" : ",\"rules\":" + rules;
        return "{\"head\":" + HeadJson.write(head) + ",\"key\":\"" + key + "\"" + named + ",\"signature\":\""
                + signature + "\"}\n";
    }
}
