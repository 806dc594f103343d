package coop.laborfund.api.asking;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample's statements of its three years, against figures added up by hand from the rows of its file.
 *
 * <p>Undistributed surplus: 2023 returns 4,490.53 − expenses 211.50 + interest 32.66 − to the reserve 200.00 − dividends 3,874.56; 2024
 * 237.13 + 4,229.70 − 300.00 + 28.00 − written off 2,400.00 − 900.00; 2025 894.83 + 4,864.00 − 178.00 + 29.22 − fee 5.00 + 30.00 +
 * recovered 1,000.00 − 300.00 − to the village 200.00 − 600.00 − 4,556.88.
 *
 * <p>Cash of 2023: shares 80,000.00 + fiscal 4,500.00 + deposits 7,400.00 − advanced 79,800.00 + repaid 5,800.00 + 4,490.53 + 32.66 −
 * 211.50 + for the village 4,500.00 − 4,500.00 − dividends 3,874.56 + returned 243.29; likewise the years after it.
 */
class SampleStatementsTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/cooperative.csv");

    private static List<LedgerNode> held = List.of();

    @BeforeAll
    static void importSample() throws Exception {
        LedgerNode node = TestNodes.open();
        held = List.of(node);
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, Files.readString(SAMPLE));
    }

    @AfterAll
    static void close() {
        held.forEach(LedgerNode::close);
    }

    @ParameterizedTest
    @CsvSource({
        // year, bank, advanced, payable (deposits), dividends due, fiscal, shares, donated, surplus reserve,
        // undistributed
        "2023, 18580.42, 74000.00, 7400.00, 243.29, 4500.00, 80000.00, 0.00, 200.00, 237.13",
        "2024, 46694.83, 42000.00, 4000.00, 0.00, 2100.00, 80000.00, 1500.00, 200.00, 894.83",
        "2025, 26105.98, 71000.00, 7000.00, 277.81, 3850.00, 83000.00, 1500.00, 500.00, 978.17"
    })
    void theBalanceSheetIsWhatTheRowsComeTo(
            int year,
            String bank,
            String advanced,
            String payable,
            String dividends,
            String fiscal,
            String shares,
            String donated,
            String reserve,
            String undistributed) {
        assertThat(lines(StatementForm.BALANCE_SHEET, year))
                .containsAllEntriesOf(Map.of(
                        1, bank,
                        2, advanced,
                        24, payable,
                        30, dividends,
                        33, fiscal,
                        36, shares,
                        37, donated,
                        39, reserve,
                        40, undistributed));
    }

    @ParameterizedTest
    @CsvSource({
        // year, returns, expenses, finance, other income, other loss, surplus, at first, reserve, distributed, left
        "2023, 4490.53, 211.50, -32.66, 0.00, 0.00, 4311.69, 0.00, 200.00, 3874.56, 237.13",
        "2024, 4229.70, 300.00, -28.00, 0.00, 2400.00, 1557.70, 237.13, 0.00, 900.00, 894.83",
        "2025, 4864.00, 178.00, -24.22, 1030.00, 0.00, 5740.22, 894.83, 300.00, 5356.88, 978.17"
    })
    void theSurplusAndItsDistributionAreWhatTheRowsComeToAfterDecemberWasClosed(
            int year,
            String returns,
            String expenses,
            String finance,
            String income,
            String loss,
            String surplus,
            String first,
            String reserve,
            String distributed,
            String left) {
        assertThat(lines(StatementForm.INCOME, year))
                .containsAllEntriesOf(Map.of(
                        2, returns,
                        5, expenses,
                        6, finance,
                        8, income,
                        9, loss,
                        12, surplus,
                        13, first,
                        15, reserve,
                        18, distributed,
                        20, left));
    }

    private static Map<Integer, String> lines(StatementForm form, int year) {
        StatementAsked asked = new StatementAsked(form, "DEMO", LocalDate.of(year, 12, 31), null, null, null, null);
        Map<Integer, String> lines = new TreeMap<>();
        held.getFirst()
                .opened()
                .part(StatementQuestions.class)
                .statement(new Requesters("test").next(), asked)
                .map(Told::answer)
                .map(StatementAnswer::lines)
                .orElseThrow()
                .forEach(line -> lines.put(line.line(), line.amount()));
        return lines;
    }
}
