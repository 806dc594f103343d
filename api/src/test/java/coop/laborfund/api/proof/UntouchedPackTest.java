package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementAnswers;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.due.DueFold;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.ReconciliationFold;
import coop.laborfund.projections.statement.Statements;
import coop.laborfund.projections.statement.StatementsFold;
import coop.laborfund.projections.statement.TrialBalanceFold;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over random histories: an untouched pack and ledger have no finding, and a pack says what the program's answers say. */
class UntouchedPackTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HISTORIES = Integer.getInteger("laborfund.proof.histories", 5);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noFindingInWhatNobodyTouched() throws Exception {
        Long asked = Long.getLong("laborfund.seed");
        Random random = new Random();
        for (int i = 0; i < (asked == null ? HISTORIES : 1); i++) {
            long seed = asked == null ? random.nextInt(1_000_000) : asked;
            System.out.println("UntouchedPackTest: seed " + seed + " (-Dlaborfund.seed=" + seed + ")");
            check(seed);
        }
    }

    private void check(long seed) throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            int years = 1 + (int) (seed % 3);
            TestNodes.importText(
                    node, ImportMode.ACCEPT_VALID, InventedHistory.csv(seed, 3 + (int) (seed % 8), 2020, years));
            Seals seals = node.seals(folder.resolve("data" + seed));
            seals.seal();
            Path file = folder.resolve(seed + ".zip");
            assertThat(node.packs(seals.identity()).write("F1", file)).isTrue();

            Report pack = PackVerifier.verify(file, null, KeptHeads.read(List.of()), VerifyProgress.NONE);
            Report ledger = node.proof(seals).verify(null, KeptHeads.read(List.of()), VerifyProgress.NONE);

            assertThat(pack.findings()).as("pack, seed %d", seed).isEmpty();
            assertThat(ledger.findings()).as("ledger, seed %d", seed).isEmpty();
            saysTheSame(node, TamperedPack.of(file), seed);
            answersTheSame(node, TamperedPack.of(file), seed);
        }
    }

    /** What is asked of a day that is known before the first event says what a pack says, whose day is known after the last. */
    private static void answersTheSame(LedgerNode node, TamperedPack pack, long seed) {
        JsonNode years = JSON.readTree(pack.file("guarantees.json"));
        LocalDate day = LocalDate.parse(years.get(years.size() - 1).get("asOf").stringValue());
        long last = SignedHead.parse(pack.file("head.json")).head().position();
        Scope scope = new Scope("F1", day, last);
        Statements statements = folded(node, new StatementsFold(scope));
        List<StatementAnswer> answers = List.of(
                StatementAnswers.balanceSheet(statements),
                StatementAnswers.income(statements),
                StatementAnswers.equity(statements),
                StatementAnswers.trial(folded(node, new TrialBalanceFold(scope, day.withDayOfYear(1)))),
                StatementAnswers.reconciliation(folded(node, new ReconciliationFold(scope))));
        isTheSame(pack.file("statements.json"), answers, seed);
        isTheSame(pack.file("due.json"), DueAnswer.of(folded(node, new DueFold(scope))), seed);
        FindingsAnswer all = FindingsAnswer.of(folded(node, new FindingsFold(scope)));
        List<Integer> ofPersons = List.of(3, 4, 26);
        FindingsAnswer ofEvents = new FindingsAnswer(
                all.fund(),
                all.asOf(),
                all.position(),
                all.findings().stream()
                        .filter(finding -> !ofPersons.contains(finding.number()))
                        .toList(),
                all.noData().stream()
                        .filter(number -> !ofPersons.contains(number))
                        .toList());
        isTheSame(pack.file("findings.json"), ofEvents, seed);
    }

    private static <R> R folded(LedgerNode node, Fold<RecordedEvent, R> fold) {
        node.history().ofFund("F1", 1, Long.MAX_VALUE).forEach(fold::add);
        return fold.result();
    }

    private static void isTheSame(String text, Object answer, long seed) {
        assertThat(JSON.readTree(text)).as("seed %d", seed).isEqualTo(JSON.readTree(JSON.writeValueAsString(answer)));
    }

    private static void saysTheSame(LedgerNode node, TamperedPack pack, long seed) {
        StringWriter balances = new StringWriter();
        Exports.balances(BalancesAnswer.of(
                        node.readModels().balances("F1", null, null).orElseThrow()))
                .text(ExportFormat.CSV)
                .accept(new PrintWriter(balances));
        assertThat(pack.file("balances.csv")).as("seed %d", seed).isEqualTo(balances.toString());
        StringWriter journal = new StringWriter();
        Exports.journal("F1", node.history().ofFund("F1", 1, Long.MAX_VALUE), null, null)
                .text(ExportFormat.HLEDGER)
                .accept(new PrintWriter(journal));
        assertThat(pack.file("journal.hledger")).as("seed %d", seed).isEqualTo(journal.toString());
        for (JsonNode year : JSON.readTree(pack.file("guarantees.json"))) {
            GuaranteesAnswer ours = GuaranteesAnswer.of(
                    node.readModels()
                            .guarantees(
                                    "F1",
                                    year.get("year").intValue(),
                                    LocalDate.parse(year.get("asOf").stringValue()),
                                    null,
                                    false)
                            .orElseThrow(),
                    false);
            assertThat(year).as("seed %d", seed).isEqualTo(JSON.readTree(JSON.writeValueAsString(ours)));
        }
    }
}
