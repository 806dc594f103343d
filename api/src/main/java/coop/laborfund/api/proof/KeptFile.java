package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of heads that somebody kept from earlier. Signed it also shows which key the ledger had then, to whoever can verify the
 * signature; a list of heads without one shows none.
 *
 * @param until up to which position its heads are all that there was; 0 where it does not say so
 * @param signed what was signed, of a {@code head.json}; null of others
 * @param seal what was signed, of a list; null of others
 */
record KeptFile(
        String name,
        List<Head> heads,
        long until,
        @Nullable SignedHead signed,
        @Nullable Seal seal) {

    /** @throws IllegalArgumentException where it holds no heads */
    static KeptFile parse(String name, String text) {
        List<Head> heads = HeadJson.anyHeads(HeadJson.parse(text));
        try {
            Seal seal = Seal.parse(text);
            return new KeptFile(name, heads, seal.position(), null, seal);
        } catch (IllegalArgumentException noSeal) {
            // Perhaps one fund's.
        }
        try {
            return new KeptFile(name, heads, 0, SignedHead.parse(text), null);
        } catch (IllegalArgumentException unsigned) {
            return new KeptFile(name, heads, 0, null, null);
        }
    }

    /** The fingerprint of the key that it says it is signed with; null of one that is not signed. */
    @Nullable
    String key() {
        return signed != null ? signed.key() : seal != null ? seal.key() : null;
    }

    boolean isSignedBy(VerifyingKey key) {
        return signed != null ? signed.isSignedBy(key) : seal != null && seal.isSignedBy(key);
    }

    String chinese() {
        return "留存的链头 " + name;
    }

    String english() {
        return "the kept head " + name;
    }

    List<ChainCheck.Kept> kept() {
        return heads.stream()
                .map(head -> new ChainCheck.Kept(head, until, true, chinese(), english()))
                .toList();
    }
}
