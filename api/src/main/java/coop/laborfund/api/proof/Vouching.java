package coop.laborfund.api.proof;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether something from elsewhere says that a key is the ledger's: the key itself, told by {@code --key}, or a head that somebody kept and
 * that was signed with it. Either may also be of an earlier key that named the later. Of a bare head, or a code, nothing is signed,
 * so it says nothing of keys.
 */
final class Vouching {

    private final VerifyingKey signer;
    private final KeySuccession keys;
    private final Report report;
    private boolean vouched;

    /** @param keys that end with the signer; empty where nothing tells of any before */
    Vouching(VerifyingKey signer, KeySuccession keys, Report report) {
        this.signer = signer;
        this.keys = keys;
        this.report = report;
    }

    /** Looks at all that is known from elsewhere and says what it comes to. */
    void judge(@Nullable KnownKey known, List<KeptFile> files) {
        if (known != null) {
            judge(known);
        }
        for (KeptFile file : files) {
            judge(file, known != null);
        }
        report.checked(
                "签名密钥的指纹是 " + Fingerprint.both(signer.fingerprint()),
                "the signing key has the fingerprint " + Fingerprint.both(signer.fingerprint()));
    }

    boolean isVouched() {
        return vouched;
    }

    String fingerprint() {
        return Fingerprint.both(signer.fingerprint());
    }

    private void judge(KnownKey known) {
        Optional<KeyLink> link =
                keys.links().stream().filter(each -> known.isOf(each.key())).findFirst();
        if (known.isOf(signer)) {
            vouched = true;
            report.checked("签名密钥就是 --key 所说的", "the signing key is the one that --key says");
        } else if (link.isPresent() && keys.leadsFrom(link.get())) {
            vouched = true;
            report.checked(
                    "--key 所说的是第 " + link.get().number() + " 把密钥,它和其后的各把依次签名指定了现在签名的第 "
                            + keys.current().number() + " 把",
                    "--key says the key number " + link.get().number()
                            + "; it and those after it named one another up to number "
                            + keys.current().number() + ", which signs now");
        } else if (link.isPresent()) {
            report.found(
                    "--key 所说的是第 " + link.get().number() + " 把密钥,但其后有一把是没有前一把的签名而另行宣布的;签名用的是 " + fingerprint()
                            + ",没有签名把两者相连",
                    "--key says the key number " + link.get().number()
                            + ", but one after it was declared without the signature of the one before: it is signed with "
                            + fingerprint() + ", and nothing signed links the two");
        } else {
            report.found(
                    "签名用的密钥不是 --key 所说的:公钥指纹是 " + fingerprint(),
                    "It is signed with another key than --key says: the fingerprint is " + fingerprint());
        }
    }

    private void judge(KeptFile file, boolean keyIsTold) {
        String said = file.key();
        if (said == null) {
            return;
        }
        if (file.isSignedBy(signer)) {
            vouched = true;
            report.checked(
                    file.chinese() + " 是现在的签名密钥签的,可见当时就是这把",
                    file.english() + " is signed with the key that signs now, which so was the ledger's then");
            return;
        }
        Optional<KeyLink> link = keys.links().stream()
                .filter(each -> file.isSignedBy(each.key()))
                .findFirst();
        if (link.isPresent() && keys.leadsFrom(link.get())) {
            vouched = true;
            report.checked(
                    file.chinese() + " 是第 " + link.get().number() + " 把密钥签的,它和其后的各把依次签名指定了现在签名的一把",
                    file.english() + " is signed with the key number "
                            + link.get().number()
                            + "; it and those after it named one another up to the one that signs now");
            return;
        }
        boolean isKnown = said.equals(signer.fingerprint()) || keys.of(said).isPresent();
        if (isKnown && link.isEmpty()) {
            report.found(
                    file.chinese() + " 的签名不对:文件被改过",
                    "The signature of " + file.english() + " is wrong: the file was changed");
        } else if (keyIsTold && vouched) {
            report.checked(
                    file.chinese() + " 是另一把密钥 " + Fingerprint.both(said) + " 签的,只按链头比较",
                    file.english() + " is signed with another key, " + Fingerprint.both(said)
                            + "; it is compared as a head alone");
        } else {
            report.found(
                    file.chinese() + " 写明是密钥 " + Fingerprint.both(said) + " 签的,这里签名的却是 " + fingerprint() + ",没有签名把两者相连",
                    file.english() + " says that it is signed with the key " + Fingerprint.both(said)
                            + ", but here signs " + fingerprint() + ", and nothing signed links the two");
        }
    }
}
