package coop.laborfund.projections;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.Guarantees;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Differences;
import coop.laborfund.projections.query.EventFacts;
import coop.laborfund.projections.query.Evidence;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.MemberAccounts;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.store.SqlFacts;
import coop.laborfund.projections.testing.MemoryVerdicts;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whatever was recorded: PostgreSQL answers every question as a fold in memory does, for any day and state of
 * knowledge.
 */
class ReadTablesEqualFoldTest {

    private static final int EVENTS = 2_500;
    private static final int QUESTIONS = 40;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answerAlike(long seed) throws SQLException {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        try (Connection connection = TestDatabase.with(history).getConnection()) {
            ask(seed, history, new SqlFacts(new SingleConnectionDataSource(connection, true)));
        }
    }

    private static void ask(long seed, TestHistory history, FactSource sql) {
        FactSource memory = EventFacts.of(history.events());
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(random.nextInt(2)));
            int year = RandomHistory.FIRST_YEAR - 1 + random.nextInt(RandomHistory.YEARS + 2);
            assertThat(answers(sql, scope)).as("seed %d, %s", seed, scope).isEqualTo(answers(memory, scope));
            verdicts(sql, history, scope, year);
            Scope other = RandomHistory.scope(random, history, scope.fund());
            assertThat(Differences.between(sql, other, scope))
                    .as("seed %d, from %s to %s", seed, other, scope)
                    .isEqualTo(Differences.between(memory, other, scope));
        }
    }

    /** The same accumulating code on both sides, fed in two ways: rows that count, and events with their reversals. */
    private static void verdicts(FactSource sql, TestHistory history, Scope scope, int year) {
        Optional<Verdicts> expected = MemoryVerdicts.of(history.events(), scope, year);
        assertThat(Guarantees.judge(sql, scope, year, true))
                .as("%s, year %d", scope, year)
                .isEqualTo(expected);
        FundFold bounded = new FundFold(scope);
        history.events().forEach(bounded::add);
        assertThat(Guarantees.judge(sql, scope, year, false))
                .as("%s, year %d, without evidence", scope, year)
                .isEqualTo(bounded.result().verdicts(scope, year));
        assertThat(sql.balances(scope)).isEqualTo(bounded.result().balances());
    }

    private static List<Object> answers(FactSource source, Scope scope) {
        List<Object> answers = new ArrayList<>();
        answers.add(source.openings(scope.knownAt()));
        answers.add(source.balances(scope));
        answers.add(MemberAccounts.of(source, scope));
        answers.add(Evidence.of(source, scope));
        Projections.ALL.forEach(projection -> projection.facts().forEach(type -> {
            answers.add(facts(source, type, scope));
        }));
        return answers;
    }

    private static <F extends Fact> List<F> facts(FactSource source, Class<F> type, Scope scope) {
        List<F> all = new ArrayList<>(source.recorded(type, scope));
        all.addAll(source.counted(type, scope));
        return all;
    }
}
