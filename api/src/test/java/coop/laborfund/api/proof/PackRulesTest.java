package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.chain.Head;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack names the version of the rules that its figures were made by, and is compared with what the same rules make. */
class PackRulesTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path pack = Path.of("");

    @BeforeAll
    static void makePack() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 6, 2023, 1));
            pack = folder.resolve("pack.zip");
            assertThat(node.packs(node.identity(folder.resolve("data"))).write("F1", pack))
                    .isTrue();
        }
    }

    private static TamperedPack opened() throws IOException {
        return TamperedPack.of(pack);
    }

    private static Report verify(TamperedPack tampered) throws IOException {
        return PackVerifier.verify(
                tampered.write(folder.resolve("tampered.zip")), null, KeptHeads.read(List.of()), VerifyProgress.NONE);
    }

    private static String words(Report report) {
        return report.findings().stream().map(Finding::chinese).collect(Collectors.joining("\n"));
    }

    @Test
    void theVersionOfTheRulesIsSignedToo() throws IOException {
        assertThat(words(verify(opened().change("head.json", text -> text.replace(",\"rules\":2", "")))))
                .contains("head.json 的签名是假的");
        assertThat(words(verify(opened().change("head.json", text -> text.replace("\"rules\":2", "\"rules\":3")))))
                .contains("head.json 的签名是假的");
    }

    /** Version 1 named no rules, and signed the head alone. */
    @Test
    void whereFiguresByOtherRulesDifferIsToldAndNothingIsWrongByThat() throws Exception {
        SigningKey key = SigningKey.generate();
        TamperedPack old = opened().resign(key);
        Head head = SignedHead.parse(old.file("head.json")).head();
        String signature = Base64.getEncoder().encodeToString(key.sign(HeadJson.write(head)));
        old.put("head.json", new SignedHead(head, null, 1, key.verifying().fingerprint(), signature).json())
                .change("balances.csv", text -> text.replace("102", "101"));

        Report report = verify(old);

        assertThat(words(report)).isEmpty();
        StringWriter said = new StringWriter();
        report.print(new PrintWriter(said));
        assertThat(said.toString())
                .contains("按第 1 版规则得出的")
                .contains("balances.csv 第 2 行与由事件重新得出的不符")
                .contains("journal.hledger 与由事件重新得出的逐字节比较");
    }
}
