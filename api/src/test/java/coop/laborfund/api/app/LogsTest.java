package coop.laborfund.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logs say how much was recorded and never what. */
class LogsTest {

    private static final String ROWS = """
            ref,date,fund,type,party,name,size,amount,memo
            R1,2024-01-02,F1,OPEN_FUND,532599100200,示例基金,,,
            R2,2024-01-02,F1,ADMIT_HOUSEHOLD,H1,泄密户名,3,,泄密摘要
            R3,2024-01-03,F1,INVEST_SHARES,H1,,,4321.09,泄密摘要
            """;
    private static final String REFUSED = """
            ref,date,fund,type,party,name,size,amount,memo
            R4,2024-01-03,F1,WITHDRAW_SHARES,H1,泄密户名,,9876.54,泄密摘要
            """;

    @Test
    void haveOneLineABatchThatIsNewAndNothingOfItsRows() {
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger recording = (Logger) LoggerFactory.getLogger("coop.laborfund.recording");
        Level rootLevel = root.getLevel();
        Level recordingLevel = recording.getLevel();
        seen.start();
        root.addAppender(seen);
        root.setLevel(Level.INFO);
        recording.setLevel(Level.INFO);
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, ROWS);
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, REFUSED);
            for (int time = 1; time <= 2; time++) {
                node.ledger().record("F1", List.of(income()), new Requesters("test").next());
            }
            node.catchUpUnlessServed();
        } finally {
            root.detachAppender(seen);
            root.setLevel(rootLevel);
            recording.setLevel(recordingLevel);
        }

        List<String> lines = seen.list.stream().map(LogsTest::whole).toList();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("recorded"))
                .satisfiesExactly(
                        file -> assertThat(file)
                                .matches("recorded \\[fund=\"F1\", count=\"3\", position=\"3\", millis=\"\\d+\"]"),
                        once -> assertThat(once)
                                .matches("recorded \\[fund=\"F1\", count=\"1\", position=\"4\", millis=\"\\d+\"]"));
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("泄密", "4321.09", "9876.54", "H1"));
    }

    private static Movement income() {
        Map<Column, String> cells = Map.of(
                Column.REF, "R5",
                Column.DATE, "2024-01-04",
                Column.FUND, "F1",
                Column.TYPE, "OTHER_INCOME",
                Column.AMOUNT, "5");
        return ((ReadRow.WellFormed) MovementForm.read(new EnumMap<>(cells))).movement();
    }

    private static String whole(ILoggingEvent event) {
        return event.getFormattedMessage() + " " + Objects.requireNonNullElse(event.getKeyValuePairs(), List.of())
                + thrown(event);
    }

    private static String thrown(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? ""
                : event.getThrowableProxy().getMessage();
    }
}
