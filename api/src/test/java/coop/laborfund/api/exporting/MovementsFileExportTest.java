package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was recorded is handed in elsewhere and gives the same: events, and so books, verdicts and dividends; names too. */
class MovementsFileExportTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/cooperative.csv");
    private static final List<String> FUNDS = List.of("DEMO", "F1");

    private final Requester requester = new Requesters("test").next();

    @ParameterizedTest
    @EnumSource(names = {"CSV", "XLSX"})
    void handedInElsewhereItIsTheSame(ExportFormat format) throws Exception {
        try (LedgerNode here = TestNodes.open();
                LedgerNode elsewhere = TestNodes.open()) {
            TestNodes.importText(here, ImportMode.ALL_OR_NONE, Files.readString(SAMPLE));
            TestNodes.importText(here, ImportMode.ACCEPT_VALID, InventedHistory.csv(7, 6, 2022, 2));

            ImportResult result = new Importer(elsewhere.ledger(), requester)
                    .run(
                            List.of(MovementsFile.parse("export." + format.extension(), exported(here, format))),
                            ImportMode.ALL_OR_NONE);

            assertThat(result.refused()).isEmpty();
            assertThat(result.recorded()).isEqualTo(here.history().lastPosition());
            for (String fund : FUNDS) {
                assertThat(events(elsewhere, fund)).isEqualTo(events(here, fund));
                assertThat(elsewhere.readModels().guarantees(fund, 2024, LocalDate.of(2024, 12, 31), null, false))
                        .get()
                        .extracting("capitalSafety", "collectiveIncome", "employmentIncome")
                        .isEqualTo(here.readModels()
                                .guarantees(fund, 2024, LocalDate.of(2024, 12, 31), null, false)
                                .map(verdicts -> List.of(
                                        verdicts.capitalSafety(),
                                        verdicts.collectiveIncome(),
                                        verdicts.employmentIncome()))
                                .orElseThrow());
            }
            assertThat(elsewhere.askHistory().householdNames(requester, "DEMO"))
                    .isNotEmpty()
                    .isEqualTo(here.askHistory().householdNames(requester, "DEMO"));
            assertThat(elsewhere.askHistory().bankTexts(requester, "DEMO"))
                    .isNotEmpty()
                    .isEqualTo(here.askHistory().bankTexts(requester, "DEMO"));
        }
    }

    private byte[] exported(LedgerNode node, ExportFormat format) {
        Export export = node.opened()
                .part(HistoryQuestions.class)
                .movements(requester, null)
                .orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (format.isText()) {
            PrintWriter text = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
            export.text(format).accept(text);
            text.flush();
        } else {
            export.workbook().accept(bytes);
        }
        return bytes.toByteArray();
    }

    private static List<FundEvent> events(LedgerNode node, String fund) {
        return node.history()
                .ofFund(fund, 1, Long.MAX_VALUE)
                .map(RecordedEvent::event)
                .toList();
    }
}
