package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed in a pack is found, by what is in it or by a key or a head from elsewhere. */
class PackTamperingTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path pack = Path.of("");
    private static Path earlierHead = Path.of("");
    private static Path earlierHeads = Path.of("");
    private static String fingerprint = "";

    @BeforeAll
    static void makePack() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            String csv = InventedHistory.csv(5, 6, 2023, 1);
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv);
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv.replace("\"F1\"", "\"F2\""));
            Seals seals = node.seals(folder.resolve("data"));
            Path earlier = folder.resolve("earlier.zip");
            assertThat(node.packs(seals.identity()).write("F1", earlier)).isTrue();
            earlierHead = Files.writeString(
                    folder.resolve("head.json"), TamperedPack.of(earlier).file("head.json"));
            earlierHeads = Files.writeString(
                    folder.resolve("heads.json"), TamperedPack.of(earlier).file("heads.json"));
            TestNodes.importText(
                    node,
                    ImportMode.ALL_OR_NONE,
                    "ref,date,fund,type,amount\nX1,2024-03-01,F1,OTHER_INCOME,12.50\nX2,2024-03-02,F1,OTHER_INCOME,1\n");
            pack = folder.resolve("pack.zip");
            node.packs(seals.identity()).write("F1", pack);
            fingerprint = seals.key().verifying().fingerprint();
        }
    }

    private static Report verify(Path file) {
        return PackVerifier.verify(file, null, KeptHeads.read(List.of()), VerifyProgress.NONE);
    }

    private static Report verifyKnowing(TamperedPack tampered) throws IOException {
        return PackVerifier.verify(
                tampered.write(folder.resolve("tampered.zip")),
                KnownKey.of(fingerprint),
                KeptHeads.read(List.of(earlierHead)),
                VerifyProgress.NONE);
    }

    private static String words(Report report) {
        return report.findings().stream()
                .map(finding ->
                        finding.position() + " " + finding.ref() + " " + finding.chinese() + " " + finding.english())
                .collect(Collectors.joining("\n"));
    }

    private static TamperedPack opened() throws IOException {
        return TamperedPack.of(pack);
    }

    private static Report verify(TamperedPack tampered) throws IOException {
        return verify(tampered.write(folder.resolve("tampered.zip")));
    }

    @Test
    void anUntouchedPackIsClean() throws IOException {
        assertThat(words(verify(pack))).isEmpty();
        assertThat(words(verifyKnowing(opened()))).isEmpty();
        assertThat(words(PackVerifier.verify(
                        pack, null, KeptHeads.read(List.of(earlierHeads, earlierHead)), VerifyProgress.NONE)))
                .isEmpty();
    }

    /** Line 20 of the events, changed and the rest left alone. */
    @ParameterizedTest
    @ValueSource(strings = {"amount", "date", "recorder", "instant"})
    void aChangedEventIsNamed(String what) throws IOException {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        int at = firstWithAmount(lines);
        String changed = switch (what) {
            case "amount" -> lines.get(at).replaceFirst("\"amount\":\"[0-9]+", "\"amount\":\"987654");
            case "date" -> lines.get(at).replaceFirst("\"date\":\"2023-", "\"date\":\"2022-");
            case "recorder" -> lines.get(at).replaceFirst("\"recordedBy\":\"[^\"]*\"", "\"recordedBy\":\"nobody\"");
            case "instant" -> lines.get(at).replaceFirst("\"recordedAt\":\"2026", "\"recordedAt\":\"2027");
            default -> throw new AssertionError(what);
        };
        assertThat(changed).isNotEqualTo(lines.set(at, changed));

        Report report = verify(tampered.lines(lines));

        assertThat(report.findings().getFirst().position()).isEqualTo(position(changed));
        assertThat(report.findings().getFirst().ref()).isNotEmpty();
        assertThat(words(report)).contains("内容与它的哈希不符");
    }

    /** An amount stands once in an event and makes both lines of its entry: the journal and the balances differ too. */
    @Test
    void aChangedAmountShowsInJournalAndBalances() throws IOException {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        int at = firstWithAmount(lines);
        lines.set(at, lines.get(at).replaceFirst("\"amount\":\"[0-9]+", "\"amount\":\"987654"));

        assertThat(words(verify(tampered.lines(lines))))
                .contains("journal.hledger")
                .contains("balances.csv");
    }

    private static int firstWithAmount(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\"SharesInvested\"")) {
                return i;
            }
        }
        throw new AssertionError("no shares");
    }

    private static long position(String line) {
        return Long.parseLong(line.replaceFirst(".*\"position\":([0-9]+),\"previousHash.*", "$1"));
    }

    @Test
    void aRemovedEventIsFound() throws IOException {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        lines.remove(30);
        Report report = verify(tampered.lines(lines));
        assertThat(report.findings().getFirst().position()).isEqualTo(position(lines.get(30)));
        assertThat(words(report)).contains("序号应是 30");
    }

    @Test
    void anInsertedEventIsFound() throws IOException {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        lines.add(30, lines.get(12));
        assertThat(words(verify(tampered.lines(lines)))).contains("插入").contains("位置没有增加");
    }

    @Test
    void exchangedEventsAreFound() throws IOException {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        Collections.swap(lines, 20, 21);
        assertThat(words(verify(tampered.lines(lines)))).contains("调换");
    }

    @Test
    void aCutTailIsFoundByItsOwnHeadAndWhenSignedAnewByAKeptOne() throws Exception {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        tampered.lines(lines.subList(0, lines.size() - 10));
        assertThat(words(verify(tampered))).contains("head.json");

        // Whoever has the ledger's own key can sign what is left; only a head from elsewhere tells.
        SigningKey own = new KeyFolder(folder.resolve("data")).make();
        tampered.resign(own);
        assertThat(words(verify(tampered))).isEmpty();
        assertThat(words(verifyKnowing(tampered))).contains("末尾被截掉了");
    }

    @Test
    void aRewrittenChainIsFoundByKeyAndByHead() throws Exception {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        int at = firstWithAmount(lines);
        lines.set(at, lines.get(at).replaceFirst("\"amount\":\"[0-9]+", "\"amount\":\"987654"));
        tampered.lines(lines).rechain().resign(SigningKey.generate());

        assertThat(words(verify(tampered))).isEmpty();
        Path file = tampered.write(folder.resolve("rewritten.zip"));
        assertThat(words(PackVerifier.verify(
                        file, KnownKey.of(fingerprint), KeptHeads.read(List.of()), VerifyProgress.NONE)))
                .contains("签名用的密钥不是 --key 所说的");
        assertThat(words(PackVerifier.verify(file, null, KeptHeads.read(List.of(earlierHead)), VerifyProgress.NONE)))
                .contains("被改写过");
    }

    /** By the ledger's own key, chained as if it had always been so: nothing else would tell. */
    @Test
    void aVoucherUsedTwiceIsFound() throws Exception {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        int at = firstWithAmount(lines);
        String ref = ref(lines.get(at));
        lines.set(at + 1, lines.get(at + 1).replaceFirst("\"ref\":\"[^\"]*\"", "\"ref\":\"" + ref + '"'));
        tampered.lines(lines).rechain().resign(new KeyFolder(folder.resolve("data")).make());

        assertThat(words(verify(tampered)))
                .isEqualTo(position(lines.get(at + 1)) + " " + ref + " 凭证号 " + ref + " 在这个基金里已经用过 the voucher number "
                        + ref + " was used in this fund before");
    }

    @Test
    void aVoucherUndoneTwiceIsFound() throws Exception {
        TamperedPack tampered = opened();
        List<String> lines = tampered.lines();
        String reversal = lines.stream()
                .filter(line -> line.endsWith("\"MovementReversed\"}"))
                .findFirst()
                .orElseThrow();
        long after = position(lines.getLast()) + 1;
        String again = reversal.replaceFirst("\"position\":[0-9]+", "\"position\":" + after);
        int own = again.lastIndexOf("\"ref\":\"");
        lines.add(again.substring(0, own) + "\"ref\":\"AGAIN" + again.substring(again.indexOf('"', own + 7)));
        tampered.lines(lines).rechain().resign(new KeyFolder(folder.resolve("data")).make());

        assertThat(words(verify(tampered))).contains(after + " AGAIN 凭证").contains("已经冲正过");
    }

    private static String ref(String line) {
        return line.replaceFirst(".*\"ref\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void changedResultsAreFound() throws IOException {
        assertThat(words(verify(opened().change("balances.csv", text -> text.replaceFirst("[0-9]\n", "7\n8")))))
                .contains("balances.csv 第");
        assertThat(words(verify(
                        opened().change("guarantees.json", text -> text.replaceFirst("BREACHED|AT_RISK", "MET")))))
                .contains("guarantees.json 第");
        assertThat(words(verify(opened().change(
                                "journal.hledger", text -> text.replaceFirst("\\.[0-9]{2} CNY\n", ".99 CNY\n")))))
                .contains("journal.hledger 第");
        assertThat(words(verify(opened().change("journal.hledger", text -> text + "; more\n"))))
                .contains("多余");
        assertThat(words(verify(opened().change("balances.csv", text -> text.substring(0, text.length() - 5)))))
                .contains("balances.csv 第");
    }

    @Test
    void forgedSignaturesAreFound() throws IOException {
        assertThat(words(verify(opened().change("head.json", TamperedPackTexts::otherSignature))))
                .contains("head.json 的签名是假的");
        assertThat(words(verify(opened().change("heads.json", TamperedPackTexts::otherSignature))))
                .contains("heads.json 的签名是假的");
        assertThat(words(verify(opened().put(
                                "public-key.pem",
                                SigningKey.generate().verifying().pem()))))
                .contains("head.json 的签名是假的");
        assertThat(words(verify(opened().put(
                                "public-key.pem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"))))
                .contains("public-key.pem 不是公钥");
    }

    @Test
    void aPackSignedAnewByAnotherKeyIsFoundByTheKeyKnown() throws Exception {
        assertThat(words(verifyKnowing(opened().resign(SigningKey.generate())))).contains("签名用的密钥不是 --key 所说的");
    }

    @Test
    void aFundThatIsGoneFromTheListOfHeadsIsFound() throws Exception {
        SigningKey own = new KeyFolder(folder.resolve("data")).make();
        TamperedPack tampered = opened();
        Seal list = Seal.parse(tampered.file("heads.json"));
        tampered.put(
                "heads.json",
                Seal.sign(
                                list.heads().stream()
                                        .filter(head -> !head.fund().equals("F2"))
                                        .toList(),
                                TestNodes.CLOCK.instant(),
                                own)
                        .json());
        Path file = tampered.write(folder.resolve("tampered.zip"));
        assertThat(words(verify(file))).isEmpty();
        assertThat(words(PackVerifier.verify(file, null, KeptHeads.read(List.of(earlierHeads)), VerifyProgress.NONE)))
                .contains("F2");
    }

    @Test
    void missingStrangeAndUnreadableFilesAreFindingsOrSaidToBeUnreadable() throws IOException {
        for (String name : List.of(
                "events.ndjson",
                "journal.hledger",
                "balances.csv",
                "guarantees.json",
                "head.json",
                "heads.json",
                "public-key.pem",
                "README.txt")) {
            assertThat(words(verify(opened().remove(name)))).contains("缺少 " + name);
        }
        assertThat(words(verify(opened().put("evil/../x", "")))).contains("不该有的文件");
        assertThat(words(verify(opened().put("head.json", "{}")))).contains("head.json 读不懂");
        assertThat(words(verify(opened().put("head.json", "[".repeat(100_000)))))
                .contains("head.json 读不懂");
        assertThat(words(verify(opened().put("heads.json", "nonsense")))).contains("heads.json 读不懂");
        Path noZip = Files.writeString(folder.resolve("no.zip"), "nonsense");
        assertThatThrownBy(() -> verify(noZip)).isInstanceOf(ProofException.class);
        byte[] half = Files.readAllBytes(pack);
        Path cut = Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(half, half.length / 2));
        assertThatThrownBy(() -> verify(cut)).isInstanceOf(ProofException.class);
    }

    @Test
    void linesThatAreNoEventsAreFindings() throws IOException {
        for (String line : List.of("", "{}", "nonsense", "[".repeat(100_000), "{\"eventId\":\"\uD800\"}", "null")) {
            TamperedPack tampered = opened();
            List<String> lines = tampered.lines();
            lines.add(5, line);
            assertThat(words(verify(tampered.lines(lines)))).contains("第 6 行不是规范形式的事件");
        }
        TamperedPack spaced = opened();
        List<String> lines = spaced.lines();
        lines.set(3, lines.get(3).replace(",\"payload\":{", ",\"payload\": {"));
        assertThat(words(verify(spaced.lines(lines)))).contains("第 4 行不是规范形式的事件");
    }

    @Test
    void whatIsNoUtf8IsAFinding() throws IOException {
        for (int[] bad : new int[][] {
            {0xff}, {0x80}, {0xc0, 0x80}, {0xe0, 0x80, 0x80}, {0xed, 0xa0, 0x80}, {0xf4, 0x90, 0x80, 0x80}, {0xe6}
        }) {
            byte[] line = opened().lines().getFirst().getBytes(StandardCharsets.UTF_8);
            int at = new String(line, StandardCharsets.ISO_8859_1).indexOf("\"recordedBy\":\"") + 14;
            byte[] damaged = new byte[line.length + bad.length + 1];
            System.arraycopy(line, 0, damaged, 0, at);
            for (int i = 0; i < bad.length; i++) {
                damaged[at + i] = (byte) bad[i];
            }
            System.arraycopy(line, at, damaged, at + bad.length, line.length - at);
            damaged[damaged.length - 1] = '\n';
            assertThat(new EventReader().read(damaged).getFirst().line()).isNull();
        }
    }

    @Test
    void aZipBombIsAFinding() throws IOException {
        TamperedPack tampered = opened();
        Path file = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("head.json"));
            zip.write(tampered.file("head.json").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("events.ndjson"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(words(verify(file))).contains("长得不可能是事件");
    }

    @Test
    void theSameHistoryGivesTheSameBytesButForTheListsInstant() throws Exception {
        TamperedPack other = opened();
        SigningKey own = new KeyFolder(folder.resolve("data")).make();
        String events = other.file("events.ndjson");
        String journal = other.file("journal.hledger");
        String head = other.file("head.json");
        other.resign(own);
        assertThat(other.file("events.ndjson")).isEqualTo(events);
        assertThat(other.file("journal.hledger")).isEqualTo(journal);
        assertThat(other.file("head.json")).isEqualTo(head);
    }
}
