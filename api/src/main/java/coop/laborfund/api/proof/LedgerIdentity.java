package coop.laborfund.api.proof;

import coop.laborfund.ledger.store.KeptKeys;
import coop.laborfund.ledger.store.KeptSeals;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the ledger is: the database says which key signs, a data directory holds its private half. Where they are not of one mind nothing
 * is signed, and everything else goes on.
 */
public final class LedgerIdentity {

    private final KeptKeys kept;
    private final KeptSeals seals;
    private final KeyFolder folder;
    private final Clock clock;

    public LedgerIdentity(KeptKeys kept, KeptSeals seals, Path dataDirectory, Clock clock) {
        this.kept = kept;
        this.seals = seals;
        this.folder = new KeyFolder(dataDirectory);
        this.clock = clock;
    }

    /**
     * The keys as the database has them; none before anything was signed.
     *
     * @throws ProofException where they cannot be read
     */
    KeySuccession keys() {
        return succession(kept.all());
    }

    private static KeySuccession succession(List<KeptKeys.Kept> kept) {
        try {
            return KeySuccession.of(kept);
        } catch (IllegalArgumentException damaged) {
            throw new ProofException(
                    "数据库里登记的签名密钥(表 signing_key)读不懂。它被改过,请从备份恢复数据库。",
                    "The signing keys in the database (table signing_key) cannot be understood. They were changed; restore the"
                            + " database from a backup.",
                    damaged);
        }
    }

    /** The key that signs, as everybody may know it; empty before anything was signed. */
    public Optional<KeyStatus> published() {
        KeySuccession keys = keys();
        return keys.isEmpty() ? Optional.empty() : Optional.of(KeyStatus.of(keys.current()));
    }

    /**
     * Whether the key that signs is in this data directory.
     *
     * @throws ProofException where the one here is damaged
     */
    public boolean isHere() {
        KeySuccession keys = keys();
        return !keys.isEmpty() && isHere(keys.current().fingerprint());
    }

    private boolean isHere(String fingerprint) {
        return folder.present()
                .filter(key -> key.verifying().fingerprint().equals(fingerprint))
                .isPresent();
    }

    /** Whether the key never was in this data directory, as far as it shows. */
    boolean isElsewhere() {
        return folder.isBare();
    }

    /** What is wrong between this data directory and the database; null where nothing is, or there is no key here and never was. */
    @Nullable
    ProofException fault() {
        KeySuccession keys = keys();
        try {
            if (!keys.isEmpty() && (folder.present().isPresent() || folder.hasLostOne())) {
                current(keys);
            }
            return null;
        } catch (ProofException fault) {
            return fault;
        }
    }

    /**
     * The key that signs, made where the ledger has none.
     *
     * @throws ProofException where it is not here: missing, damaged or another ledger's
     */
    public SigningKey signing() {
        KeySuccession keys = keys();
        return keys.isEmpty() ? first() : current(keys);
    }

    private SigningKey first() {
        Set<String> signedWith = seals.keys();
        Optional<SigningKey> before = folder.present();
        if (before.isEmpty() && (!signedWith.isEmpty() || folder.hasLostOne())) {
            throw KeyFaults.lost(folder.file(), signedWith);
        }
        SigningKey own = before.orElseGet(folder::make);
        if (!signedWith.isEmpty() && !signedWith.contains(own.verifying().fingerprint())) {
            throw KeyFaults.another(folder.file(), own, signedWith);
        }
        kept.add((known, position) -> known.isEmpty()
                ? Optional.of(KeyLink.make(own, null, null, position, "", clock.instant())
                        .kept())
                : Optional.empty());
        KeySuccession keys = keys();
        if (before.isEmpty() && keys.of(own.verifying().fingerprint()).isEmpty()) {
            // Another data directory was first.
            folder.withdraw();
        }
        return current(keys);
    }

    private SigningKey current(KeySuccession keys) {
        KeyLink current = keys.current();
        Optional<SigningKey> here = folder.present();
        if (here.isPresent() && here.get().verifying().fingerprint().equals(current.fingerprint())) {
            return here.get();
        }
        Optional<SigningKey> prepared = folder.promote(current.fingerprint());
        if (prepared.isPresent()) {
            return prepared.get();
        }
        Optional<Path> setBack = folder.replaced(current.fingerprint());
        if (setBack.isPresent()) {
            throw KeyFaults.setBack(folder.file(), setBack.get(), current);
        }
        if (here.isEmpty()) {
            throw KeyFaults.missing(folder.file(), current);
        }
        Optional<KeyLink> former = keys.of(here.get().verifying().fingerprint());
        throw former.isPresent()
                ? KeyFaults.replaced(folder.file(), former.get(), current)
                : KeyFaults.another(folder.file(), here.get(), Set.of(current.fingerprint()));
    }

    /**
     * What signs where the ledger's key cannot, and proves nothing but that nobody changed it by mistake: the key in this data
     * directory, whosesoever it is, else one that is kept nowhere.
     */
    public SigningKey substitute() {
        try {
            return folder.present().orElseGet(SigningKey::generate);
        } catch (ProofException damaged) {
            return SigningKey.generate();
        }
    }

    /**
     * Lets the key that signs name a new one, which signs from here on.
     *
     * @throws ProofException where the key that signs is not here
     */
    public KeyStatus rotate(String reason) {
        SigningKey old = signing();
        return succeed(SigningKey.generate(), old, reason);
    }

    /**
     * Declares a key without the one before, which is lost: the one that is in this data directory, or a new one.
     *
     * @throws ProofException where it is not lost
     */
    public KeyStatus declare(String reason) {
        KeySuccession keys = keys();
        Optional<SigningKey> here = folder.present();
        Set<String> wanted =
                keys.isEmpty() ? seals.keys() : Set.of(keys.current().fingerprint());
        boolean isHere = here.filter(key -> wanted.contains(key.verifying().fingerprint()))
                .isPresent();
        boolean isSigned = !wanted.isEmpty() || folder.hasLostOne();
        if (isHere
                || !isSigned
                || wanted.stream().anyMatch(each -> folder.promote(each).isPresent())) {
            throw KeyFaults.notLost(folder.file());
        }
        SigningKey declared = here.filter(
                        key -> keys.of(key.verifying().fingerprint()).isEmpty())
                .orElseGet(SigningKey::generate);
        return succeed(declared, null, reason);
    }

    private KeyStatus succeed(SigningKey key, @Nullable SigningKey old, String reason) {
        folder.prepare(key);
        kept.add((known, position) -> {
            KeySuccession keys = succession(known);
            if (old != null
                    && !keys.current().fingerprint().equals(old.verifying().fingerprint())) {
                throw KeyFaults.replacedMeanwhile();
            }
            KeyLink before = keys.isEmpty() ? null : keys.current();
            return Optional.of(KeyLink.make(key, before, old, position, reason, clock.instant())
                    .kept());
        });
        if (folder.promote(key.verifying().fingerprint()).isEmpty()) {
            throw KeyFaults.replacedMeanwhile();
        }
        return KeyStatus.of(keys().current());
    }
}
