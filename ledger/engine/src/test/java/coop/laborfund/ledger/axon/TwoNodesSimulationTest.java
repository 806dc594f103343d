package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.BatchDecision;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.store.TestDatabase;
import coop.laborfund.ledger.testing.PlausibleRows;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Seeded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Whatever two nodes are told in whatever turn, with caches that forget, snapshots and checks that have grown old: each answer
 * is what one fund in memory answers.
 */
class TwoNodesSimulationTest {

    private static final String FUND = "F1";
    private static final int STEPS = 60;
    private static final LocalDate TODAY = LocalDate.of(2060, 1, 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2060-01-01T04:00:00Z"), ZoneOffset.UTC);

    private final DataSource database = TestDatabase.create();
    private final RecordedMovements recorded = new RecordedMovements();
    private FundState model = FundState.EMPTY;

    /** What a node said of movements a while ago. */
    private record OldCheck(List<Movement> movements, FundDecision decision) {}

    @Seeded(times = 2)
    void answersAreTheModels(Randomly random) {
        try (LedgerConfiguration one = node(random);
                LedgerConfiguration other = node(random)) {
            PlausibleRows rows = new PlausibleRows(random);
            List<OldCheck> checks = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Recorder ledger = random.percent(50) ? one.recorder() : other.recorder();
                if (!checks.isEmpty() && random.percent(10)) {
                    OldCheck old = random.oneOf(checks);
                    record(old.movements(), ledger.record(FUND, old.decision(), Movements.BY));
                } else {
                    List<Movement> movements = movements(rows, random);
                    if (random.percent(20)) {
                        checks.add(check(movements, ledger.check(FUND, movements, Movements.BY)));
                    } else {
                        record(movements, ledger.record(FUND, movements, Movements.BY));
                    }
                }
                if (random.percent(5)) {
                    (random.percent(50) ? one : other)
                            .recorder()
                            .record("G" + step, Movements.founding("G" + step), Movements.BY);
                }
            }
            assertThat(one.history().ofFund(FUND, 1, Long.MAX_VALUE).map(RecordedEvent::event))
                    .containsExactlyElementsOf(recorded.events());
        }
    }

    /** Its cache holds the fund or, after the next one, does not. */
    private LedgerConfiguration node(Randomly random) {
        return new LedgerConfiguration(
                database,
                new DataSourceTransactionManager(database),
                CLOCK,
                random.between(1, 300),
                random.between(3, 40));
    }

    private List<Movement> movements(PlausibleRows rows, Randomly random) {
        List<Movement> movements = new ArrayList<>();
        for (int row = random.between(1, 4); row > 0; row--) {
            movements.add(rows.next(model, recorded).movement());
        }
        return movements;
    }

    private BatchDecision expected(List<Movement> movements) {
        return BatchDecision.of(model, movements, recorded, TODAY);
    }

    private OldCheck check(List<Movement> movements, FundDecision decision) {
        assertThat(decision.outcomes()).isEqualTo(expected(movements).outcomes());
        return new OldCheck(movements, decision);
    }

    private void record(List<Movement> movements, FundDecision decision) {
        BatchDecision expected = expected(movements);
        assertThat(decision.outcomes()).isEqualTo(expected.outcomes());
        assertThat(decision.recorded()).isEqualTo(expected.refused().isEmpty());
        if (decision.recorded()) {
            model = expected.state();
            expected.outcomes().stream()
                    .filter(Outcome.Accepted.class::isInstance)
                    .forEach(accepted -> recorded.add((Outcome.Accepted) accepted));
        }
    }
}
