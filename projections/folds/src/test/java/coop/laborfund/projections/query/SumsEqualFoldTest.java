package coop.laborfund.projections.query;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.guarantee.GuaranteeFacts;
import coop.laborfund.projections.guarantee.GuaranteeSums;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of bounded size give the balances and the verdicts that all the facts give. */
class SumsEqualFoldTest {

    private static final int EVENTS = 2_000;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsSayTheSame(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        MemoryFacts facts = MemoryFacts.of(history.events());
        for (String fund : RandomHistory.FUNDS) {
            Scope scope = new Scope(fund, Scope.ANY_DAY, history.lastPosition());
            BalanceSums balances = new BalanceSums();
            GuaranteeSums guarantees = new GuaranteeSums();
            for (RecordedEvent event : history.events()) {
                if (event.event().fund().equals(fund)) {
                    balances.add(Postings.of(event.event()));
                    guarantees.add(event);
                }
            }
            assertThat(balances.balances()).as("seed %d", seed).isEqualTo(facts.balances(scope));
            for (int year = RandomHistory.FIRST_YEAR - 1;
                    year <= RandomHistory.FIRST_YEAR + RandomHistory.YEARS;
                    year++) {
                assertThat(guarantees.judge(year, scope, balances.balances()).map(SumsEqualFoldTest::figures))
                        .as("seed %d, %s, year %d", seed, fund, year)
                        .isEqualTo(GuaranteeFacts.load(facts, scope, year, false)
                                .map(Judge::judge)
                                .map(SumsEqualFoldTest::figures));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFundThatIsNotOpenHasNoVerdicts(long seed) {
        assertThat(new GuaranteeSums().judge(2024, new Scope("F" + seed, Scope.ANY_DAY, 0), List.of()))
                .isEqualTo(Optional.empty());
    }

    /** Everything but the evidence. */
    private static String figures(Verdicts verdicts) {
        return verdicts.toString().replaceAll("evidence=\\[[^]]*]", "");
    }
}
