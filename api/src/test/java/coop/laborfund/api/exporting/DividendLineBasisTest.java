package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.MemberAccountsAnswer.DividendLineBasis;
import coop.laborfund.api.answer.MemberAccountsAnswer.MemberRow;
import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every line of the sample's dividends is computed again from what members' accounts say of it, as by hand. */
class DividendLineBasisTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/cooperative.csv");
    private static final BigDecimal FEN = new BigDecimal("0.01");

    @Test
    void aLineIsWhatItsBasisGives() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, Files.readString(SAMPLE));
            List<MemberRow> rows = node.opened()
                    .part(BookQuestions.class)
                    .members(new Requesters("test").next(), "DEMO", null, null, null)
                    .orElseThrow()
                    .answer()
                    .rows();

            assertThat(rows)
                    .allSatisfy(row ->
                            assertThat(row.basis() != null).isEqualTo(row.type().equals("DECLARE_DIVIDEND")));
            List<MemberRow> declared =
                    rows.stream().filter(row -> row.basis() != null).toList();
            assertThat(declared).isNotEmpty().allSatisfy(DividendLineBasisTest::followsFromItsBasis);
            assertThat(declared.stream().map(DividendLineBasisTest::isByRate)).contains(true, false);
        }
    }

    private static boolean isByRate(MemberRow row) {
        return Objects.requireNonNull(row.basis()).rate() != null;
    }

    private static void followsFromItsBasis(MemberRow row) {
        DividendLineBasis basis = Objects.requireNonNull(row.basis());
        BigDecimal shareDays = new BigDecimal(basis.shareDays());
        BigDecimal declared = new BigDecimal(row.declared());
        if (basis.rate() != null) {
            assertThat(shareDays
                            .multiply(new BigDecimal(basis.rate()))
                            .divide(BigDecimal.valueOf(36_500), 2, RoundingMode.HALF_UP))
                    .isEqualTo(declared);
        } else {
            BigDecimal floor = new BigDecimal(basis.total())
                    .multiply(shareDays)
                    .divide(new BigDecimal(basis.allShareDays()), 2, RoundingMode.DOWN);
            assertThat(declared).isBetween(floor, floor.add(FEN));
        }
    }
}
