package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * One fund's head, signed: {@code {"head":{…},"key":"fingerprint","signature":"base64"}}; signed is the canonical JSON of the head.
 */
record SignedHead(Head head, String key, String signature) {

    static SignedHead sign(Head head, SigningKey key) {
        return new SignedHead(
                head,
                key.verifying().fingerprint(),
                Base64.getEncoder().encodeToString(key.sign(HeadJson.write(head))));
    }

    /** @throws IllegalArgumentException where it is none */
    static SignedHead parse(String text) {
        JsonNode node = HeadJson.parse(text);
        SignedHead signed = new SignedHead(
                HeadJson.head(node.path("head")), HeadJson.text(node, "key"), HeadJson.text(node, "signature"));
        if (!signed.json().equals(text)) {
            throw new IllegalArgumentException("not canonical");
        }
        return signed;
    }

    boolean isSignedBy(VerifyingKey verifying) {
        return key.equals(verifying.fingerprint()) && verifying.verifies(HeadJson.write(head), signature);
    }

    String json() {
        return "{\"head\":" + HeadJson.write(head) + ",\"key\":\"" + key + "\",\"signature\":\"" + signature + "\"}\n";
    }
}
