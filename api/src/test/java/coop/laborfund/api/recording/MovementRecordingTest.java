package coop.laborfund.api.recording;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.MovementAnswer;
import coop.laborfund.api.recording.Answered.AlreadyRecorded;
import coop.laborfund.api.recording.Answered.Recorded;
import coop.laborfund.api.recording.Answered.Tried;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.AskBooks;
import coop.laborfund.projections.query.AccountKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What somebody is told who records: out of the state that decided it, and the same as the books say of that position. */
class MovementRecordingTest {

    private static final Requester BY = new Requesters("test").next();
    private static final String FUND = "F1";

    @Test
    void eachAnswerIsWhatTheBooksSayOfItsPositionAndWhatARepetitionIsTold() {
        try (LedgerNode node = TestNodes.open()) {
            MovementRecording recording = node.opened().part(MovementRecording.class);
            AskBooks books = node.opened().part(AskBooks.class);
            Map<Map<Column, String>, MovementAnswer> answers = new LinkedHashMap<>();
            for (Map<Column, String> row : rows()) {
                Answered tried = recording.record(BY, FUND, row, true);
                if (recording.record(BY, FUND, row, false) instanceof Recorded(MovementAnswer answer)) {
                    answers.put(row, answer);
                    MovementAnswer trial = ((Tried) tried).answer();
                    assertThat(trial.balances()).isEqualTo(answer.balances());
                    assertThat(trial.entry()).isEqualTo(answer.entry());
                }
            }
            assertThat(answers).hasSizeGreaterThan(100);
            node.readTables().awaitAll();
            answers.forEach((row, answer) -> {
                Set<AccountKey> accounts = answer.entry().stream()
                        .map(line -> new AccountKey(line.account(), line.sub()))
                        .collect(Collectors.toSet());
                assertThat(answer.balances())
                        .as(row.toString())
                        .isEqualTo(BalancesAnswer.Account.of(books.balancesOf(BY, accounts, FUND, answer.position())));
                assertThat(recording.record(BY, FUND, row, false)).isEqualTo(new AlreadyRecorded(answer));
            });
        }
    }

    private static List<Map<Column, String>> rows() {
        List<Map<Column, String>> rows = new ArrayList<>();
        List<Column> columns = List.of(Column.values());
        InventedHistory.csv(11, 4, 2023, 2).lines().skip(1).forEach(line -> {
            Map<Column, String> row = new EnumMap<>(Column.class);
            String[] cells = line.substring(1, line.length() - 1).split("\",\"", -1);
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    row.put(columns.get(i), cells[i]);
                }
            }
            rows.add(row);
        });
        return rows;
    }
}
