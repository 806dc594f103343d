package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchDecisionTest {

    private static BatchDecision decide(FundState state, RecordedMovements prior, String rows) {
        return BatchDecision.of(
                state,
                rows.lines().map(row -> Row.of(row).with("fund=F1").movement()).toList(),
                prior,
                LocalDate.of(2025, 12, 31));
    }

    private static List<String> outcomes(BatchDecision batch) {
        return batch.outcomes().stream()
                .map(outcome -> switch (outcome) {
                    case Outcome.Accepted accepted -> "accepted";
                    case Outcome.AlreadyRecorded repeat -> "already recorded";
                    case Outcome.Refused refused -> refused.rejection().code().name();
                })
                .toList();
    }

    @Test
    void goesOnAfterARefusedRowAsIfItWereAbsent() {
        BatchDecision batch = decide(FundState.EMPTY, new RecordedMovements(), """
                2020-01-01 OTHER_INCOME ref=a amount=1
                2020-01-01 OPEN_FUND ref=b name=示例 party=320000000001
                2020-01-01 OTHER_INCOME ref=a amount=2
                2020-01-01 PAY_EXPENSE ref=c amount=3
                2020-01-01 PAY_EXPENSE ref=c amount=2
                """);

        assertThat(outcomes(batch))
                .containsExactly("FUND_NOT_OPEN", "accepted", "accepted", "INSUFFICIENT_CASH", "accepted");
    }

    @Test
    void knowsTheRowsBeforeInTheSameBatch() {
        BatchDecision batch = decide(FundState.EMPTY, new RecordedMovements(), """
                2020-01-01 OPEN_FUND ref=a name=示例 party=320000000001
                2020-01-01 OTHER_INCOME ref=b amount=1
                2020-01-01 OTHER_INCOME ref=b amount=1.00
                2020-01-01 OTHER_INCOME ref=b amount=2
                2020-01-01 REVERSE ref=c reverses=b memo=记错
                2020-01-01 REVERSE ref=d reverses=b memo=记错
                """);

        assertThat(outcomes(batch))
                .containsExactly(
                        "accepted", "accepted", "already recorded", "REF_REUSED", "accepted", "ALREADY_REVERSED");
    }

    @Test
    void handedInAgainChangesNothing() {
        String rows = """
                2020-01-01 OPEN_FUND ref=a name=示例 party=320000000001
                2020-01-01 OTHER_INCOME ref=b amount=1
                2020-01-01 REVERSE ref=c reverses=b memo=记错
                """;
        RecordedMovements recorded = new RecordedMovements();
        BatchDecision first = decide(FundState.EMPTY, recorded, rows);
        first.accepted().forEach(recorded::add);

        BatchDecision again = decide(first.state(), recorded, rows);

        assertThat(outcomes(again)).containsOnly("already recorded");
        assertThat(again.state()).isEqualTo(first.state());
    }
}
