package coop.laborfund.ledger.movement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.testing.PlausibleRows;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.SampleMovement;
import coop.laborfund.ledger.testing.Seeded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was recorded can be handed in elsewhere, and becomes the same. */
class MovementRowTest {

    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

    @Test
    void everyTypeBecomesTheSameEventAgain() {
        for (SampleMovement sample : SampleMovement.all()) {
            FundEvent event = SampleMovement.ledger().accepts(sample.row()).event();

            Row written = new Row(MovementRow.of(event));

            assertThat(SampleMovement.ledger().accepts(written).event())
                    .as("%s", sample)
                    .isEqualTo(event);
        }
    }

    @Seeded
    void aWholeHistoryBecomesTheSameAgain(Randomly random) {
        List<FundEvent> history = invented(random, 400);

        FundState state = FundState.EMPTY;
        RecordedMovements recorded = new RecordedMovements();
        List<FundEvent> again = new ArrayList<>();
        for (FundEvent event : history) {
            Outcome outcome = FundDecider.decide(state, new Row(MovementRow.of(event)).movement(), recorded, TODAY);
            assertThat(outcome).as("%s", event).isInstanceOf(Outcome.Accepted.class);
            Outcome.Accepted accepted = (Outcome.Accepted) outcome;
            state = state.evolve(accepted.event());
            recorded.add(accepted);
            again.add(accepted.event());
        }

        assertThat(again).isEqualTo(history);
    }

    private static List<FundEvent> invented(Randomly random, int rows) {
        PlausibleRows plausible = new PlausibleRows(random);
        FundState state = FundState.EMPTY;
        RecordedMovements recorded = new RecordedMovements();
        for (int i = 0; i < rows; i++) {
            Row row = plausible.next(state, recorded);
            Optional<Outcome.Accepted> accepted = Optional.of(
                            FundDecider.decide(state, row.movement(), recorded, TODAY))
                    .filter(Outcome.Accepted.class::isInstance)
                    .map(Outcome.Accepted.class::cast);
            if (accepted.isPresent()) {
                state = state.evolve(accepted.get().event());
                recorded.add(accepted.get());
            }
        }
        return recorded.events();
    }
}
