package coop.laborfund.projections.query;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.guarantee.Guarantees;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a history is cut in two, both parts joined answer every question as the whole does. */
class JoinedFactsTest {

    private static final int EVENTS = 1_500;
    private static final int QUESTIONS = 40;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answerAsTheWhole(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        List<RecordedEvent> events = history.events();
        EventFacts whole = EventFacts.of(events);
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            int cut = random.nextInt(events.size() + 1);
            FactSource joined = new JoinedFacts(
                    // The earlier source may know more than it is asked for, as tables do that are ahead of others.
                    EventFacts.of(events.subList(0, cut + random.nextInt(events.size() - cut + 1))),
                    cut,
                    EventFacts.of(events.subList(cut, events.size())));
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(random.nextInt(2)));
            int year = RandomHistory.FIRST_YEAR - 1 + random.nextInt(RandomHistory.YEARS + 2);
            assertThat(answers(joined, scope, year))
                    .as("seed %d, cut at %d, %s, %d", seed, cut, scope, year)
                    .isEqualTo(answers(whole, scope, year));
        }
    }

    private static List<Object> answers(FactSource source, Scope scope, int year) {
        List<Object> answers = new ArrayList<>();
        answers.add(source.openings(scope.knownAt()));
        answers.add(source.takeovers(null, scope.knownAt()));
        answers.add(source.takeovers(scope.fund(), scope.knownAt()));
        List<Balance> balances = source.balances(scope);
        answers.add(balances);
        Set<AccountKey> accounts = new TreeSet<>(Set.of(new AccountKey("102", "nobody's")));
        balances.stream().limit(5).forEach(balance -> accounts.add(new AccountKey(balance.account(), balance.sub())));
        answers.add(source.balancesOf(accounts, scope));
        answers.add(Guarantees.judge(source, scope, year, true));
        answers.add(MemberAccounts.of(source, scope));
        Projections.ALL.stream()
                .map(projection -> projection.facts())
                .flatMap(Collection::stream)
                .forEach(kind -> {
                    answers.add(recorded(source, kind, scope));
                    answers.add(counted(source, kind, scope));
                });
        return answers;
    }

    private static <F extends Fact> List<F> recorded(FactSource source, Class<F> kind, Scope scope) {
        return source.recorded(kind, scope, Window.datedIn(RandomHistory.FIRST_YEAR));
    }

    private static <F extends Fact> List<F> counted(FactSource source, Class<F> kind, Scope scope) {
        return source.counted(kind, scope);
    }
}
