package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.guarantee.Verdicts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample cooperative tells the story that the README prints. */
class SampleTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/cooperative.csv");
    private static final int ROWS = 701;

    @Test
    void hasEveryTypeOfMovement() throws Exception {
        MovementsFile sample = MovementsFile.parse("cooperative.csv", Files.readAllBytes(SAMPLE));

        assertThat(sample.rows().stream().map(row -> row.cell(Column.TYPE)))
                .as("types in " + SAMPLE)
                .containsAll(Arrays.stream(MovementType.values())
                        .map(MovementType::chinese)
                        .toList());
    }

    @Test
    void isRecordedWholeAndGivesTheVerdictsOfItsStory() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            ImportResult result = TestNodes.importText(
                    node, ImportMode.ALL_OR_NONE, Files.readString(SAMPLE, StandardCharsets.UTF_8));
            assertThat(result.refused()).isEmpty();
            assertThat(result.recorded()).isEqualTo(ROWS);

            List<String> verdicts = new ArrayList<>();
            verdicts.add(verdicts(node, 2023, "2023-06-30"));
            verdicts.add(verdicts(node, 2023, "2023-12-31"));
            verdicts.add(verdicts(node, 2024, "2024-06-30"));
            verdicts.add(verdicts(node, 2024, "2024-12-31"));
            verdicts.add(verdicts(node, 2024, "2025-01-31"));
            verdicts.add(verdicts(node, 2025, "2025-06-30"));
            verdicts.add(verdicts(node, 2025, "2026-11-23"));
            assertThat(verdicts)
                    .containsExactly(
                            "2023-06-30 MET ON_TRACK ON_TRACK",
                            "2023-12-31 MET MET MET",
                            "2024-06-30 BREACHED AT_RISK AT_RISK",
                            "2024-12-31 AT_RISK MET_BY_PAYOUT BREACHED",
                            "2025-01-31 AT_RISK MET_BY_PAYOUT BREACHED",
                            "2025-06-30 AT_RISK ON_TRACK ON_TRACK",
                            "2026-11-23 AT_RISK MET MET_BY_PAYOUT");
        }
    }

    private static String verdicts(LedgerNode node, int year, String day) {
        Verdicts verdicts = node.readModels()
                .guarantees("DEMO", year, LocalDate.parse(day), null, false)
                .orElseThrow();
        return String.join(
                " ",
                day,
                verdicts.capitalSafety().verdict().name(),
                verdicts.collectiveIncome().verdict().name(),
                verdicts.employmentIncome().verdict().name());
    }
}
