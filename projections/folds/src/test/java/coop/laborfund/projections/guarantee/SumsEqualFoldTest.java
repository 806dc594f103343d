package coop.laborfund.projections.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.query.EventFacts;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.MemoryVerdicts;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of bounded size give the balances and the verdicts that all the facts give, and name the same evidence. */
class SumsEqualFoldTest {

    private static final int EVENTS = 2_000;
    private static final int QUESTIONS = 60;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsSayTheSame(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        FactSource facts = EventFacts.of(history.events());
        for (String fund : RandomHistory.FUNDS) {
            Scope scope = new Scope(fund, Scope.ANY_DAY, history.lastPosition());
            FundTotals totals = totals(history, scope);
            assertThat(totals.balances()).as("seed %d", seed).isEqualTo(facts.balances(scope));
            for (int year = RandomHistory.FIRST_YEAR - 1;
                    year <= RandomHistory.FIRST_YEAR + RandomHistory.YEARS;
                    year++) {
                assertThat(totals.figures(scope, year))
                        .as("seed %d, %s, year %d", seed, fund, year)
                        .isEqualTo(ListedFigures.of(facts, scope, year));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onAnyDayAndForAnyKnowing(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        FactSource facts = EventFacts.of(history.events());
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(i % 2));
            int year = RandomHistory.FIRST_YEAR - 1 + random.nextInt(RandomHistory.YEARS + 2);
            FundTotals totals = totals(history, scope);
            assertThat(totals.balances()).as("seed %d, %s", seed, scope).isEqualTo(facts.balances(scope));
            assertThat(totals.figures(scope, year))
                    .as("seed %d, %s, year %d", seed, scope, year)
                    .isEqualTo(ListedFigures.of(facts, scope, year));
            assertThat(totals.verdicts(scope, year).map(NaiveJudge::told))
                    .as("seed %d, %s, year %d", seed, scope, year)
                    .isEqualTo(ListedFigures.of(facts, scope, year).map(NaiveJudge::of));
            assertThat(MemoryVerdicts.of(history.events(), scope, year))
                    .as("seed %d, %s, year %d", seed, scope, year)
                    .isEqualTo(ListedFigures.of(facts, scope, year)
                            .map(figures -> Judge.judge(figures).restingOn(ListedEvidence.of(facts, scope, figures))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFundThatIsNotOpenHasNoVerdicts(long seed) {
        Scope scope = new Scope("F" + seed, Scope.ANY_DAY, 0);
        assertThat(new FundFold(scope).result().verdicts(scope, 2024)).isEmpty();
    }

    private static FundTotals totals(TestHistory history, Scope scope) {
        FundFold fold = new FundFold(scope);
        for (RecordedEvent event : history.events()) {
            fold.add(event);
        }
        return fold.result();
    }
}
