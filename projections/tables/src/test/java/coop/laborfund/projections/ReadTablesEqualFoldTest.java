package coop.laborfund.projections;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.guarantee.GuaranteeFacts;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.query.Differences;
import coop.laborfund.projections.query.Evidence;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.JournalEntry;
import coop.laborfund.projections.query.MemberAccounts;
import coop.laborfund.projections.query.MemoryFacts;
import coop.laborfund.projections.query.Registers;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.store.SqlFacts;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        FactSource memory = MemoryFacts.of(history.events());
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(random.nextInt(2)));
            int year = RandomHistory.FIRST_YEAR - 1 + random.nextInt(RandomHistory.YEARS + 2);
            LocalDate from = scope.asOf().minusDays(random.nextInt(400));
            assertThat(answers(sql, scope, year, from))
                    .as("seed %d, %s, year %d", seed, scope, year)
                    .isEqualTo(answers(memory, scope, year, from));
            Scope other = RandomHistory.scope(random, history, scope.fund());
            assertThat(Differences.between(sql, other, scope))
                    .as("seed %d, from %s to %s", seed, other, scope)
                    .isEqualTo(Differences.between(memory, other, scope));
        }
    }

    private static List<Object> answers(FactSource source, Scope scope, int year, LocalDate from) {
        List<Object> answers = new ArrayList<>();
        answers.add(source.openings(scope.knownAt()));
        answers.add(source.balances(scope));
        answers.add(GuaranteeFacts.load(source, scope, year, true).map(Judge::judge));
        answers.add(JournalEntry.read(source, scope, from));
        answers.add(Registers.shares(source, scope));
        answers.add(Registers.advances(source, scope));
        answers.add(Registers.dividends(source, scope));
        answers.add(Registers.placements(source, scope));
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
