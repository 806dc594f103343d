package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.FindingsAnswer.FindingItem;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.query.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** In the sample's good year, 2023, an inspector finds nothing; in the year after, when a company did not pay, he does. */
class SampleFindingsTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/cooperative.csv");

    @Test
    void nothingIsFoundInTheGoodYear() throws Exception {
        List<RecordedEvent> events = recordedOnTheirDays();

        FindingsAnswer good = findings(events, "2023-12-31");
        assertThat(good.findings()).isEmpty();
        assertThat(good.noData()).containsExactly(3, 4, 13, 25, 26);

        FindingsAnswer bad = findings(events, "2025-01-31");
        assertThat(new TreeSet<>(
                        bad.findings().stream().map(FindingItem::number).toList()))
                .containsExactly(7, 8, 19, 22, 24, 28, 33);
        assertThat(bad.findings()).allSatisfy(finding -> {
            assertThat(finding.zh() + finding.en()).doesNotContain("{", "null");
            assertThat(finding.evidence()).isNotEmpty();
        });
    }

    private static FindingsAnswer findings(List<RecordedEvent> events, String day) {
        FindingsFold fold = new FindingsFold(new Scope("DEMO", LocalDate.parse(day), Long.MAX_VALUE));
        events.forEach(fold::add);
        return FindingsAnswer.of(fold.result());
    }

    /** Each was recorded today, which is much later than its date; the story is of a cooperative that records at once. */
    private static List<RecordedEvent> recordedOnTheirDays() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, Files.readString(SAMPLE, StandardCharsets.UTF_8));
            List<RecordedEvent> events = new ArrayList<>();
            Instant last = Instant.EPOCH;
            for (RecordedEvent event :
                    node.history().ofFund("DEMO", 1, Long.MAX_VALUE).toList()) {
                Instant noon = event.event().date().atTime(12, 0).toInstant(ZoneOffset.UTC);
                last = noon.isBefore(last) ? last : noon;
                events.add(new RecordedEvent(event.position(), event.sequence(), last, event.event()));
            }
            return events;
        }
    }
}
