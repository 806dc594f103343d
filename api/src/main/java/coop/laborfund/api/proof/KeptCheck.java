package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.ShortCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What heads and codes from elsewhere say of the funds of a ledger, and what they leave open. */
final class KeptCheck {

    private static final int MOST_NAMED = 20;

    private final KeptHeads kept;
    private final Report report;
    private final Set<ShortCode> met = new HashSet<>();
    private final List<String> beyond = new ArrayList<>();

    KeptCheck(KeptHeads kept, Report report) {
        this.kept = kept;
        this.report = report;
    }

    void expect(String fund, ChainCheck chain) {
        for (KeptFile file : kept.files()) {
            List<ChainCheck.Kept> own = file.kept().stream()
                    .filter(each -> each.head().fund().equals(fund))
                    .toList();
            own.forEach(chain::expect);
            if (own.isEmpty()) {
                chain.expectNone(file.until(), file.chinese(), file.english());
            }
        }
        chain.look(kept.codes());
    }

    /** After a fund's last event. */
    void end(String fund, ChainCheck chain) {
        met.addAll(chain.metCodes());
        OptionalLong first = chain.beyondKept();
        if (first.isPresent()) {
            beyond.add(fund + " (" + first.getAsLong() + "–" + chain.lastPosition() + ")");
        }
    }

    /** After the last fund. */
    void end() {
        for (ShortCode code : kept.codes()) {
            if (!met.contains(code)) {
                report.found(
                        "短码 " + code + " 不是任何基金任何一条事件时的链头:历史被改写、截短过,或不是这个账本的。backup 打印的总短码是全部链头合起来的,不是哪个基金的,这里要用各基金的短码",
                        "The short code " + code
                                + " was at no event the head of any fund: the history was rewritten or cut off, or it is"
                                + " another ledger's. The code of all heads together that backup prints is no fund's: give the codes of funds"
                                + " here");
            }
        }
    }

    /** Of a ledger that signs. */
    void judge(Vouching vouching) {
        if (kept.isProof() && !vouching.isVouched() && !beyond.isEmpty()) {
            report.found(
                    unspoken() + ":它们只凭密钥 " + vouching.fingerprint() + " 的封存,而没有人从别处证明这把密钥是账本的。请用 --key 给出从别处得知的指纹",
                    unspokenEnglish() + ": they rest on what the key " + vouching.fingerprint()
                            + " sealed, and nobody has vouched for that key. Give the fingerprint that you know from elsewhere"
                            + " with --key");
        }
    }

    /** Of one that has no key. */
    void judgeUnsigned() {
        if (kept.isProof() && !beyond.isEmpty()) {
            report.found(
                    unspoken() + ":账本没有密钥,它们没有任何签名担保",
                    unspokenEnglish() + ": the ledger has no key, and nothing signed stands for them");
        }
    }

    private String unspoken() {
        return beyond.size() + " 个基金有留存的链头不能证明的事件(基金和位置:" + funds() + ")";
    }

    private String unspokenEnglish() {
        return beyond.size() + " funds have events that no kept head speaks for (fund and positions: " + funds() + ")";
    }

    private String funds() {
        return String.join(", ", beyond.subList(0, Math.min(MOST_NAMED, beyond.size())))
                + (beyond.size() > MOST_NAMED ? " …" : "");
    }
}
