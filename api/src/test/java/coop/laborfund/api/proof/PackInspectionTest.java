package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.event.RecordedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements, findings and what is due stand in a pack; what is changed in them is found, and a pack may lack them. */
class PackInspectionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder = Path.of("");

    private static Path pack = Path.of("");

    @BeforeAll
    static void makePack() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 6, 2023, 2));
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

    @ParameterizedTest
    @CsvSource({
        "statements.json, amount",
        "statements.json, previous",
        "findings.json, evidence",
        "findings.json, amount",
        "due.json, daysOverdue",
        "due.json, asOf"
    })
    void aChangedFigureIsFound(String file, String field) throws IOException {
        assertThat(words(verify(
                        opened().change(file, text -> text.replaceFirst("(\"" + field + "\"[^0-9]*)[0-9]", "$199")))))
                .contains(file + " 第");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements.json", "findings.json", "due.json"})
    void whatIsAddedOrCutOffIsFound(String file) throws IOException {
        assertThat(words(verify(opened().change(file, text -> text + "{}\n")))).contains("多余");
        assertThat(words(verify(opened().change(file, text -> text.substring(0, text.length() / 2)))))
                .contains(file + " 第");
        assertThat(words(verify(opened().put(file, "")))).contains(file + " 第");
    }

    /** As earlier programs wrote it. */
    @Test
    void aPackWithoutThemIsCleanAndSaidToLackThem() throws IOException {
        Report report = verify(
                opened().remove("statements.json").remove("findings.json").remove("due.json"));

        assertThat(words(report)).isEmpty();
        StringWriter said = new StringWriter();
        report.print(new PrintWriter(said));
        assertThat(said.toString())
                .contains("包里没有 statements.json")
                .contains("包里没有 findings.json")
                .contains("包里没有 due.json");
    }

    @Test
    void allOfThemAreOfThePacksDayAndLastPosition() throws IOException {
        JsonNode years = JSON.readTree(opened().file("guarantees.json"));
        JsonNode last = years.get(years.size() - 1);
        JsonNode statements = JSON.readTree(opened().file("statements.json"));
        assertThat(statements.size()).isEqualTo(5);
        for (JsonNode statement : statements) {
            isOfTheSameDay(statement, last);
        }
        isOfTheSameDay(JSON.readTree(opened().file("findings.json")), last);
        isOfTheSameDay(JSON.readTree(opened().file("due.json")), last);
    }

    private static void isOfTheSameDay(JsonNode answer, JsonNode verdicts) throws IOException {
        assertThat(answer.get("asOf")).isEqualTo(verdicts.get("asOf"));
        assertThat(answer.get("position").longValue())
                .isEqualTo(SignedHead.parse(opened().file("head.json")).head().position());
    }

    /** A fund that is too large has statements all the same; what names single movements is left out, and no longer held. */
    @Test
    void aFundThatIsTooLargeIsNotInspected() throws IOException {
        byte[] line = (opened().lines().stream()
                                .filter(each -> each.contains("\"SharesInvested\""))
                                .findFirst()
                                .orElseThrow()
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
        RecordedEvent event =
                Objects.requireNonNull(new EventReader().read(line).getFirst().event());
        try (PackBooks books = new PackBooks("F1")) {
            for (int i = 0; i < Inspection.MOST_ENTRIES; i++) {
                books.add(event);
            }
            assertThat(books.isInspected()).isTrue();
            books.add(event);

            assertThat(books.isInspected()).isFalse();
            ByteArrayOutputStream findings = new ByteArrayOutputStream();
            books.writeFindings(findings);
            books.writeDue(findings);
            assertThat(findings.size()).isZero();
            ByteArrayOutputStream statements = new ByteArrayOutputStream();
            books.writeStatements(statements);
            assertThat(JSON.readTree(statements.toByteArray()))
                    .extracting(statement -> statement.get("statement").stringValue())
                    .containsExactly("balance-sheet", "income", "equity", "trial");
        }
    }
}
