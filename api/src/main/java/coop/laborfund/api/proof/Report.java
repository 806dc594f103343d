package coop.laborfund.api.proof;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was checked, and what is wrong; the first findings in full, the others counted. One thread at a time. */
public final class Report {

    private static final int SHOWN = 100;

    private final List<String> checks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final @Nullable String unproven;
    private long count;

    private Report(@Nullable String unproven) {
        this.unproven = unproven;
    }

    /** Of something of which its reader knows a key or a head from elsewhere. */
    static Report proven() {
        return new Report(null);
    }

    /** Of something with neither key nor head from elsewhere. */
    static Report unproven() {
        return new Report("自身一致,未证明是原件 · consistent in itself, not proven to be the original");
    }

    void checked(String chinese, String english) {
        checks.add(chinese + " · " + english);
    }

    /** What is not wrong, and yet to be known. */
    void warned(String chinese, String english) {
        if (warnings.size() < SHOWN) {
            warnings.add(Finding.of(chinese, english));
        }
    }

    void found(Finding finding) {
        count++;
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }

    void found(String chinese, String english) {
        found(Finding.of(chinese, english));
    }

    public boolean isClean() {
        return count == 0;
    }

    /** The first of them. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What is to be known beside them. */
    public List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    /** What was looked at, in both languages. */
    public List<String> checks() {
        return List.copyOf(checks);
    }

    /** Whether nothing from elsewhere says that this is the original. */
    public boolean isUnproven() {
        return unproven != null;
    }

    public void print(PrintWriter out) {
        if (count > 0) {
            out.println("发现 " + count + " 处不对 · " + count + " things are wrong");
            findings.forEach(finding -> print(out, "✗ ", finding));
            if (count > findings.size()) {
                out.println("……还有 " + (count - findings.size()) + " 处 · and " + (count - findings.size()) + " more");
            }
        } else {
            out.println(unproven != null ? unproven : "没有发现不对 · nothing is wrong");
        }
        warnings.forEach(warning -> print(out, "! ", warning));
        out.println("核对了 · what was checked:");
        checks.forEach(check -> out.println("- " + check));
        if (unproven != null) {
            out.println("要证明是原件,请用 --key 给出从别处得知的公钥指纹,用 --head 给出早先留存的链头。");
            out.println(
                    "To prove it the original, give the key's fingerprint from elsewhere with --key and a head kept from"
                            + " earlier with --head.");
        }
    }

    private static void print(PrintWriter out, String mark, Finding finding) {
        String ref = finding.ref() == null ? "" : " 凭证 ref " + finding.ref();
        String where = finding.position() == null ? "" : "位置 position " + finding.position() + ref + ": ";
        out.println(mark + where + finding.chinese());
        out.println("  " + where + finding.english());
    }
}
