package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.chain.ShortCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events after what somebody kept: whoever has a key of his own can add them and sign, so they are nobody's word until somebody vouches
 * for that key.
 */
class ForgedTailTest {

    private static final String TAIL =
            "ref,date,fund,type,amount\nX1,2024-12-01,F1,OTHER_INCOME,12.50\nX2,2024-12-02,F1,OTHER_INCOME,1\n";

    @TempDir
    private static Path folder = Path.of("");

    private static Path real = Path.of("");
    private static Path forged = Path.of("");
    private static String fingerprint = "";
    private static String stranger = "";
    private static Head kept = new Head("", 0, 0, "", java.time.Instant.EPOCH, false);
    private static String ledgerOfBareHead = "";
    private static String ledgerOfSeal = "";

    @BeforeAll
    static void forge() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            String csv = InventedHistory.csv(5, 4, 2024, 1);
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv);
            Seals seals = node.seals(folder.resolve("data"));
            seals.seal();
            fingerprint = seals.key().verifying().fingerprint();
            kept = node.history().head("F1").orElseThrow();
            Path earlier = folder.resolve("earlier.zip");
            node.packs(seals.identity()).write("F1", earlier);
            for (String file : List.of("head.json", "heads.json")) {
                Files.writeString(folder.resolve(file), TamperedPack.of(earlier).file(file));
            }
            Files.writeString(folder.resolve("bare.json"), HeadJson.write(List.of(kept)));
            Files.writeString(
                    folder.resolve("changed.json"),
                    Files.readString(folder.resolve("head.json"))
                            .replaceFirst("\"signature\":\"..", "\"signature\":\"AA"));
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, TAIL);
            real = folder.resolve("real.zip");
            node.packs(seals.identity()).write("F1", real);
            SigningKey own = SigningKey.generate();
            stranger = own.verifying().fingerprint();
            TamperedPack tampered = TamperedPack.of(real);
            List<String> lines = new ArrayList<>(tampered.lines());
            String last = lines.removeLast();
            lines.add(last.replace("\"1.00\"", "\"9.00\"").replaceFirst("\"amount\":\"?100\"?", "\"amount\":900"));
            tampered.lines(lines).rechain().resign(own);
            forged = tampered.write(folder.resolve("forged.zip"));

            TestNodes.importText(node, ImportMode.ACCEPT_VALID, csv.replace("\"F1\"", "\"F2\""));
            node.catchUpUnlessServed();
            seals.seal();
            ledgerOfBareHead = words(node.proof(seals).verify(null, heads("bare.json"), VerifyProgress.NONE));
            ledgerOfSeal = words(node.proof(seals).verify(null, heads("heads.json"), VerifyProgress.NONE));
        }
    }

    private static KeptHeads heads(String... names) {
        return KeptHeads.of(java.util.Arrays.stream(names)
                .map(name -> name.endsWith(".json") ? folder.resolve(name).toString() : name)
                .toList());
    }

    private static Report verify(Path pack, String... heads) {
        return PackVerifier.verify(pack, null, heads(heads), VerifyProgress.NONE);
    }

    private static String words(Report report) {
        return report.findings().stream().map(Finding::english).collect(Collectors.joining("\n"));
    }

    /** Before, each of these was "nothing is wrong". */
    @ParameterizedTest
    @ValueSource(strings = {"bare.json", "code"})
    void aForgedTailAfterWhatBearsNoSignatureIsNotClean(String head) {
        Report report =
                verify(forged, head.equals("code") ? ShortCode.of(kept.hash()).text() : head);
        assertThat(words(report))
                .contains("The events from position " + (kept.position() + 1) + " to " + (kept.position() + 2))
                .contains(stranger)
                .contains("nobody has vouched for")
                .hasLineCount(1);
        assertThat(report.isClean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head.json", "heads.json"})
    void aForgedTailAfterASignedHeadIsBesidesSaidToBeAnothersKey(String head) {
        assertThat(words(verify(forged, head)))
                .contains("says that it is signed with the key " + fingerprint)
                .contains("nobody has vouched for")
                .hasLineCount(2);
    }

    @Test
    void theOriginalIsVouchedForByItsKeyOrByAHeadThatItSigned() {
        assertThat(words(verify(real, "head.json"))).isEmpty();
        assertThat(words(verify(real, "heads.json"))).isEmpty();
        assertThat(words(PackVerifier.verify(real, KnownKey.of(fingerprint), heads("bare.json"), VerifyProgress.NONE)))
                .isEmpty();
        assertThat(words(PackVerifier.verify(
                        real, KnownKey.of(ShortCode.of(fingerprint).text()), heads("bare.json"), VerifyProgress.NONE)))
                .isEmpty();
        assertThat(words(verify(real, "bare.json")))
                .as("a bare head knows no key")
                .contains("nobody has vouched for");
        assertThat(words(
                        PackVerifier.verify(forged, KnownKey.of(fingerprint), heads("bare.json"), VerifyProgress.NONE)))
                .contains("another key than --key says")
                .contains("nobody has vouched for");
    }

    @Test
    void aHeadWhoseSignatureWasChangedVouchesForNothing() {
        assertThat(words(verify(real, "changed.json")))
                .contains("The signature of the kept head changed.json is wrong")
                .contains("nobody has vouched for");
    }

    @Test
    void aCodeOfAnotherHistoryIsFound() {
        assertThat(words(verify(real, ShortCode.of("ab".repeat(32)).text())))
                .contains("was at no event the head of fund F1");
    }

    /** Of 48 bits: it is compared, and proves nothing. */
    @Test
    void aCodeOfTheOlderFormDoesNotProve() {
        String old = kept.hash().substring(0, 4) + "-" + kept.hash().substring(4, 8) + "-"
                + kept.hash().substring(8, 12);
        Report report = verify(real, old);
        assertThat(words(report)).isEmpty();
        assertThat(report.isUnproven()).isTrue();
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out, true));
        assertThat(out.toString())
                .startsWith("自身一致,未证明是原件")
                .contains("48 bits")
                .contains(fingerprint)
                .contains("链头的短码是");
        assertThat(words(verify(real, "0000-0000-0000"))).contains("was at no event");
    }

    @Test
    void theLiveLedgerIsAskedTheSame() {
        assertThat(ledgerOfSeal).isEmpty();
        assertThat(ledgerOfBareHead)
                .contains("2 funds have events that no kept head speaks for")
                .contains("F1 (" + (kept.position() + 1) + "–" + (kept.position() + 2) + ")")
                .contains("F2 (" + (kept.position() + 3) + "–")
                .contains(fingerprint)
                .hasLineCount(1);
    }
}
