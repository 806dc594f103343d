package coop.laborfund.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found on a day and for a knowing comes of the events that count then, and of no others. */
class FindingsOfRandomHistoriesTest {

    private static final int EVENTS = 1_500;
    private static final int QUESTIONS = 30;
    private static final LocalDate LAST = LocalDate.of(2027, 1, 1);

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyWhatCountsIsAsked(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = scope(random, history, RandomHistory.FUNDS.get(i % 2));
            Findings asked = FoundHistory.of(history.events(), scope);
            List<RecordedEvent> counted = counted(history.events(), scope);
            Findings ofThose = FoundHistory.of(counted, new Scope(scope.fund(), scope.asOf(), history.lastPosition()));
            assertThat(asked.findings()).as("seed %d, %s", seed, scope).isEqualTo(ofThose.findings());
            assertThat(asked.noData()).as("seed %d, %s", seed, scope).isEqualTo(ofThose.noData());
            Set<Long> positions = new TreeSet<>();
            counted.forEach(event -> positions.add(event.position()));
            asked.findings()
                    .forEach(finding -> assertThat(positions)
                            .as("seed %d, %s, %s", seed, scope, finding)
                            .containsAll(finding.evidence()));
        }
    }

    @Test
    void findsMostOfWhatThereIsToFind() {
        Set<What> found = EnumSet.noneOf(What.class);
        for (long seed = 1; seed <= 10; seed++) {
            TestHistory history = RandomHistory.of(seed, EVENTS);
            for (String fund : RandomHistory.FUNDS) {
                FoundHistory.of(history.events(), new Scope(fund, LAST, history.lastPosition()))
                        .findings()
                        .forEach(finding -> found.add(finding.what()));
            }
        }
        assertThat(found.size()).isGreaterThan(What.values().length / 2);
    }

    private static Scope scope(Random random, TestHistory history, String fund) {
        Scope scope = RandomHistory.scope(random, history, fund);
        return scope.asOf().isAfter(LAST) ? new Scope(fund, LAST, scope.knownAt()) : scope;
    }

    /** Numbered anew, since what is left out would leave gaps. */
    private static List<RecordedEvent> counted(List<RecordedEvent> events, Scope scope) {
        List<RecordedEvent> counted = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            FundEvent event = recorded.event();
            boolean onTheDay = scope.has(event.fund(), event.date(), recorded.position())
                    || scope.has(event.fund(), Postings.of(event).date(), recorded.position())
                    || (isOfStatement(event) && scope.onAnyDay().has(event.fund(), event.date(), recorded.position()))
                    || (event instanceof FundOpened && recorded.position() <= scope.knownAt());
            if (onTheDay && event.fund().equals(scope.fund())) {
                counted.add(new RecordedEvent(recorded.position(), counted.size(), recorded.recordedAt(), event));
            }
        }
        return counted;
    }

    /** The dates of these and of their reversals are not asked. */
    private static boolean isOfStatement(FundEvent event) {
        return event instanceof StatementEvent
                || (event instanceof MovementReversed reversal && reversal.original() instanceof StatementEvent);
    }
}
