package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.chain.ShortCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks an inspection pack with nothing but itself and what its reader knows from elsewhere. */
public final class PackVerifier {

    private final Path file;
    private final @Nullable KnownKey key;
    private final KeptHeads kept;
    private final VerifyProgress progress;
    private final Report report;

    private PackVerifier(Path file, @Nullable KnownKey key, KeptHeads kept, VerifyProgress progress) {
        this.file = file;
        this.key = key;
        this.kept = kept;
        this.progress = progress;
        this.report = key == null && !kept.isProof() ? Report.unproven() : Report.proven();
    }

    /**
     * @param key known from elsewhere, null where none is
     * @throws ProofException where the file cannot be read
     */
    public static Report verify(Path file, @Nullable KnownKey key, KeptHeads kept, VerifyProgress progress) {
        return new PackVerifier(file, key, kept, progress).verify();
    }

    private Report verify() {
        try (PackFile pack = new PackFile(file)) {
            pack.checkEntries(report);
            VerifyingKey signer = signer(pack);
            SignedHead head = signedHead(pack);
            if (head == null) {
                return report;
            }
            signature(head.isSignedBy(signer), PackEntry.HEAD);
            Vouching vouching = new Vouching(signer, succession(pack, head, signer), report);
            vouching.judge(key, kept.files());
            checkEvents(pack, head.head(), head.rules(), vouching);
            checkHeads(pack, head.head(), signer);
            return report;
        } catch (IOException | UncheckedIOException broken) {
            throw PackFile.unreadable(file, broken);
        }
    }

    /** A key that verifies nothing, where the pack has none. */
    private VerifyingKey signer(PackFile pack) throws IOException {
        try {
            return VerifyingKey.ofPem(pack.text(PackEntry.PUBLIC_KEY));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            report.found("public-key.pem 不是公钥", "public-key.pem is no public key");
            return SigningKey.generate().verifying();
        }
    }

    /** The keys before the signer's; what head.json does not speak of, or speaks of otherwise, was put in or taken away. */
    private KeySuccession succession(PackFile pack, SignedHead head, VerifyingKey signer) throws IOException {
        KeySuccession none = new KeySuccession(List.of());
        if (!pack.has(PackEntry.KEYS) && head.keys() == null) {
            return none;
        }
        try {
            KeySuccession keys = KeySuccession.parse(pack.text(PackEntry.KEYS));
            if (keys.digest().equals(head.keys())
                    && keys.current().fingerprint().equals(signer.fingerprint())) {
                keys.check(report);
                return keys;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said like any other that is not the one that was signed.
        }
        report.found(
                "keys.json 不是 head.json 签名时的那一份,或缺少了",
                "keys.json is not the one that head.json was signed with, or is missing");
        return none;
    }

    private @Nullable SignedHead signedHead(PackFile pack) throws IOException {
        try {
            return SignedHead.parse(pack.text(PackEntry.HEAD));
        } catch (IllegalArgumentException unreadable) {
            report.found(
                    "head.json 读不懂,其余的无从核对", "head.json cannot be understood; the rest cannot be checked without it");
            return null;
        }
    }

    private void signature(boolean right, PackEntry entry) {
        if (right) {
            report.checked(
                    entry.file() + " 的签名与 public-key.pem 相符",
                    "the signature of " + entry.file() + " fits public-key.pem");
        } else {
            report.found(
                    entry.file() + " 的签名是假的,或不是 public-key.pem 的密钥签的",
                    "The signature of " + entry.file() + " is forged or not by the key in public-key.pem");
        }
    }

    private void checkEvents(PackFile pack, Head head, int rules, Vouching vouching) throws IOException {
        ChainCheck chain = new ChainCheck(head.fund(), report);
        kept.of(head.fund()).forEach(chain::expect);
        kept.files().stream()
                .filter(file -> file.kept().stream()
                        .noneMatch(each -> each.head().fund().equals(head.fund())))
                .forEach(file -> chain.expectNone(file.until(), file.chinese(), file.english()));
        chain.look(kept.codes());
        VouchersCheck vouchers = new VouchersCheck(report);
        try (PackBooks books = new PackBooks(head.fund());
                InputStream events = pack.open(PackEntry.EVENTS)) {
            boolean folded = new EventsCheck(head.fund(), report, chain, vouchers, books)
                    .run(events, pack.size(PackEntry.EVENTS), progress);
            report.checked(
                    "基金 " + head.fund() + " 的 " + chain.events() + " 条事件:规范形式、哈希、链、序号、位置、记录时刻",
                    chain.events() + " events of fund " + head.fund()
                            + ": canonical form, hashes, chain, sequence, positions, instants");
            report.checked(
                    "链头的短码是 " + chain.lastCode() + ",位置 " + chain.lastPosition(),
                    "the short code of the head is " + chain.lastCode() + ", at position " + chain.lastPosition());
            if (!chain.isAt(head)) {
                report.found(
                        "head.json 签的链头不是这些事件的:应有 " + head.events() + " 条,最后位置 " + head.position(),
                        "The head in head.json is not that of these events: it speaks of " + head.events()
                                + " of them, the last at position " + head.position());
            }
            keptHeads(head, chain, vouching);
            if (folded && chain.events() > 0) {
                checkVouchers(pack, vouchers);
                figures(pack, books, rules);
            } else {
                report.found(
                        "有事件读不懂,凭证号和由事件得出的文件无从核对",
                        "Some events cannot be understood, so vouchers and the files that the events give cannot be checked");
            }
        }
    }

    /** What other rules made of the events proves nothing against these, nor for them: it is said where they differ. */
    private void figures(PackFile pack, PackBooks books, int rules) throws IOException {
        boolean own = rules == SignedHead.RULES;
        if (!own) {
            report.checked(
                    "包里由事件得出的文件是按第 " + rules + " 版规则得出的,这个程序用第 " + SignedHead.RULES + " 版;下面说的不同不算不对",
                    "the files that the events give were made by version " + rules
                            + " of the rules; this program goes by version " + SignedHead.RULES
                            + ", and where they differ nothing is wrong by that");
        }
        compare(pack, PackEntry.JOURNAL, books::writeJournal, own);
        compare(pack, PackEntry.BALANCES, books::writeBalances, own);
        compare(pack, PackEntry.GUARANTEES, books::writeGuarantees, own);
        compare(pack, PackEntry.STATEMENTS, books::writeStatements, own);
        compare(pack, PackEntry.FINDINGS, books::writeFindings, own);
        compare(pack, PackEntry.DUE, books::writeDue, own);
    }

    private void checkVouchers(PackFile pack, VouchersCheck vouchers) throws IOException {
        if (vouchers.isInDoubt()) {
            try (InputStream events = pack.open(PackEntry.EVENTS)) {
                new EventReader().each(events, vouchers::again);
            }
        }
        report.checked("每个凭证号只用一次、只冲正一次", "each voucher number is used once and undone once");
    }

    private void keptHeads(Head head, ChainCheck chain, Vouching vouching) {
        if (kept.isEmpty()) {
            return;
        }
        for (ShortCode code : kept.codes()) {
            if (!chain.metCodes().contains(code)) {
                report.found(
                        "短码 " + code + " 不是基金 " + head.fund() + " 任何一条事件时的链头:它属于别的基金,或历史被改写、截短过",
                        "The short code " + code + " was at no event the head of fund " + head.fund()
                                + ": it is another fund's, or the history was rewritten or cut off");
            }
        }
        List<ChainCheck.Kept> own = kept.of(head.fund());
        if (!own.isEmpty()) {
            report.checked("与 --head 的 " + own.size() + " 个链头比较过", "compared with " + own.size() + " heads of --head");
        } else if (!chain.isKeptElsewhere()
                && !vouching.isVouched()
                && !kept.files().isEmpty()) {
            report.found(
                    "--head 的文件里没有基金 " + head.fund() + " 的链头,证明不了什么",
                    "The files of --head hold no head of fund " + head.fund() + " and prove nothing of it");
        } else if (!kept.files().isEmpty()) {
            report.checked(
                    "--head 的文件里没有基金 " + head.fund() + " 的链头",
                    "the files of --head hold no head of fund " + head.fund());
        }
        beyondKept(chain, vouching);
    }

    /** What comes after a head that was kept, anybody could have added who signs with a key of his own. */
    private void beyondKept(ChainCheck chain, Vouching vouching) {
        if (vouching.isVouched() || !kept.isProof()) {
            return;
        }
        OptionalLong beyond = chain.beyondKept();
        if (beyond.isPresent()) {
            report.found(
                    "位置 " + beyond.getAsLong() + " 到 " + chain.lastPosition() + " 的事件在留存的链头之后,只凭密钥 "
                            + vouching.fingerprint() + " 的签名,而没有人从别处证明这把密钥是账本的:它们可能是伪造的。请用 --key 给出从别处得知的指纹",
                    "The events from position " + beyond.getAsLong() + " to " + chain.lastPosition()
                            + " come after every kept head and rest on the signature of the key "
                            + vouching.fingerprint()
                            + " alone, which nobody has vouched for: they may be forged. Give the fingerprint that you know"
                            + " from elsewhere with --key");
        } else {
            report.checked(
                    "全部事件都在留存的链头以内;签名密钥没有从别处证明,事件不靠它",
                    "all events are those of the kept heads; the signing key is vouched for by nobody, and no event rests on it");
        }
    }

    /** @param sameRules whether a difference is something wrong, or only to be told */
    private void compare(PackFile pack, PackEntry entry, Consumer<OutputStream> expected, boolean sameRules)
            throws IOException {
        if (!pack.has(entry)) {
            lacks(entry);
            return;
        }
        try (InputStream actual = pack.open(entry)) {
            Comparison comparison = new Comparison(actual);
            expected.accept(comparison);
            Optional<Finding> difference = comparison.difference(entry.file());
            if (difference.isPresent() && !sameRules) {
                report.checked(difference.get().chinese(), difference.get().english());
                return;
            }
            difference.ifPresent(report::found);
        } catch (RuntimeException unfoldable) {
            if (unfoldable instanceof UncheckedIOException broken) {
                throw broken;
            }
            report.found(
                    "由这些事件得不出 " + entry.file() + "(" + unfoldable.getMessage() + ")",
                    entry.file() + " does not come out of these events (" + unfoldable.getMessage() + ")");
        }
        report.checked(entry.file() + " 与由事件重新得出的逐字节比较", entry.file() + " byte by byte with what the events give");
    }

    /** What earlier programs did not write nothing signed speaks of, so its reader is told that it is not there. */
    private void lacks(PackEntry entry) {
        if (entry.isOptional()) {
            report.checked(
                    "包里没有 " + entry.file() + "(早先的程序打的包没有;基金过大时也没有),没有比较",
                    "the pack has no " + entry.file()
                            + ", as those of earlier programs and of very large funds; it was not compared");
        }
    }

    /** The list of all funds' heads: signed, with this one among them, and no kept fund missing from it or shorter. */
    private void checkHeads(PackFile pack, Head own, VerifyingKey signer) throws IOException {
        if (!pack.has(PackEntry.HEADS)) {
            return;
        }
        Seal list;
        try {
            list = Seal.parse(pack.text(PackEntry.HEADS));
        } catch (IllegalArgumentException unreadable) {
            report.found("heads.json 读不懂", "heads.json cannot be understood");
            return;
        }
        signature(list.isSignedBy(signer), PackEntry.HEADS);
        if (list.heads().stream().noneMatch(own::equals)) {
            report.found("heads.json 里没有 head.json 的链头", "The list heads.json does not hold the head of head.json");
        }
        for (ChainCheck.Kept earlier : kept.all()) {
            boolean grown = list.heads().stream()
                    .anyMatch(head -> head.fund().equals(earlier.head().fund())
                            && head.events() >= earlier.head().events());
            if (!grown) {
                report.found(
                        earlier.chinese() + "里有基金 " + earlier.head().fund() + " 的 "
                                + earlier.head().events() + " 条事件,heads.json 里却没有:基金被删除或截短",
                        "In " + earlier.english() + " fund " + earlier.head().fund() + " has "
                                + earlier.head().events() + " events; in heads.json it is missing or shorter");
            }
        }
    }
}
