package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.KeptKeys;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the keys that a ledger has signed with, and how it came to be the ledger's. Signed is the canonical JSON of {@code
 * {"fingerprint","number","position","previous","reason","since"}}, by the key itself and by the one before.
 *
 * @param number from 1
 * @param position the last one recorded when it became the ledger's: what is beyond, the key before must not sign
 * @param previous the fingerprint of the key before, empty of the first
 * @param reason why it took the place of that, empty of the first
 * @param since when, as an instant in the form that events have
 * @param signature the key's own
 * @param previousSignature the key's before, null of the first and of one that was declared without it
 */
record KeyLink(
        int number,
        VerifyingKey key,
        long position,
        String previous,
        String reason,
        String since,
        String statement,
        String signature,
        @Nullable String previousSignature) {

    /** @param previous the last key so far and, where it is at hand, its private half; null for the first */
    static KeyLink make(
            SigningKey key,
            @Nullable KeyLink previous,
            @Nullable SigningKey previousKey,
            long position,
            String reason,
            Instant now) {
        int number = previous == null ? 1 : previous.number + 1;
        String before = previous == null ? "" : previous.fingerprint();
        String since = EventChain.instant(now);
        String statement = "{\"fingerprint\":\"" + key.verifying().fingerprint() + "\",\"number\":" + number
                + ",\"position\":" + position + ",\"previous\":\"" + before + "\",\"reason\":"
                + EventJson.quote(reason) + ",\"since\":\"" + since + "\"}";
        return new KeyLink(
                number,
                key.verifying(),
                position,
                before,
                reason,
                since,
                statement,
                base64(key.sign(statement)),
                previousKey == null ? null : base64(previousKey.sign(statement)));
    }

    private static String base64(byte[] signature) {
        return Base64.getEncoder().encodeToString(signature);
    }

    /** @throws IllegalArgumentException where it is none */
    static KeyLink of(KeptKeys.Kept kept) {
        byte[] before = kept.previousSignature();
        KeyLink link = of(
                kept.publicKey(), kept.statement(), base64(kept.signature()), before == null ? null : base64(before));
        if (link.number != kept.number() || !link.fingerprint().equals(kept.fingerprint())) {
            throw new IllegalArgumentException("not what it is kept as");
        }
        return link;
    }

    /** @throws IllegalArgumentException where it is none */
    static KeyLink of(String pem, String statement, String signature, @Nullable String previousSignature) {
        JsonNode said = HeadJson.parse(statement);
        try {
            KeyLink link = new KeyLink(
                    Math.toIntExact(HeadJson.number(said, "number")),
                    VerifyingKey.ofPem(pem),
                    HeadJson.number(said, "position"),
                    HeadJson.text(said, "previous"),
                    HeadJson.text(said, "reason"),
                    HeadJson.text(said, "since"),
                    statement,
                    signature,
                    previousSignature);
            if (!link.fingerprint().equals(HeadJson.text(said, "fingerprint"))) {
                throw new IllegalArgumentException("of another key");
            }
            return link;
        } catch (GeneralSecurityException | ArithmeticException damaged) {
            throw new IllegalArgumentException("no key", damaged);
        }
    }

    KeptKeys.Kept kept() {
        return new KeptKeys.Kept(
                number,
                fingerprint(),
                key.pem(),
                statement,
                Base64.getDecoder().decode(signature),
                previousSignature == null ? null : Base64.getDecoder().decode(previousSignature));
    }

    String fingerprint() {
        return key.fingerprint();
    }

    /** Whether the key says of itself what is said of it. */
    boolean isItsOwn() {
        return key.verifies(statement, signature);
    }

    /** Whether the key before named it. */
    boolean isNamedBy(KeyLink before) {
        return number == before.number + 1
                && previous.equals(before.fingerprint())
                && previousSignature != null
                && before.key.verifies(statement, previousSignature);
    }

    String json() {
        return "{\"key\":" + EventJson.quote(key.pem())
                + (previousSignature == null ? "" : ",\"previousSignature\":\"" + previousSignature + '"')
                + ",\"signature\":\"" + signature + "\",\"statement\":" + EventJson.quote(statement) + '}';
    }
}
