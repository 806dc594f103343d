package coop.laborfund.projections.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.query.Differences.AccountDifference;
import coop.laborfund.projections.query.Differences.Moved;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies between two states of the books, for any two days and knowings. */
class DifferencesTest {

    static List<Long> seeds() {
        return List.of(4L, 5L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areTheSumOfTheirMovements(long seed) {
        TestHistory history = RandomHistory.of(seed, 1_500);
        FactSource facts = EventFacts.of(history.events());
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String fund = RandomHistory.FUNDS.get(random.nextInt(2));
            Scope before = RandomHistory.scope(random, history, fund);
            Scope after = RandomHistory.scope(random, history, fund);
            Map<String, Fen> expected = balances(facts, before);
            for (AccountDifference account :
                    Differences.between(facts, before, after).accounts()) {
                Fen moved = account.movements().stream().map(Moved::amount).reduce(Fen.ZERO, Fen::plus);
                String name = account.account() + ":" + account.sub();
                assertThat(moved).as("%s, seed %d", name, seed).isEqualTo(account.difference());
                assertThat(account.before()).isEqualTo(expected.getOrDefault(name, Fen.ZERO));
                expected.merge(name, moved, Fen::plus);
            }
            expected.values().removeIf(Fen::isZero);
            assertThat(expected)
                    .as("seed %d, from %s to %s", seed, before, after)
                    .isEqualTo(balances(facts, after));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void memberAccountsEndInTheBooksBalances(long seed) {
        TestHistory history = RandomHistory.of(seed, 1_500);
        FactSource facts = EventFacts.of(history.events());
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(i % 2));
            Map<String, Fen> ends = new HashMap<>();
            for (MemberAccounts.Row row : MemberAccounts.of(facts, scope)) {
                ends.put("301:" + row.household(), row.holding().negate());
                ends.put("222:" + row.household(), row.unpaid().negate());
            }
            ends.values().removeIf(Fen::isZero);
            Map<String, Fen> expected = balances(facts, scope);
            expected.keySet().removeIf(account -> !account.startsWith("301:") && !account.startsWith("222:"));
            assertThat(ends).as("seed %d, %s", seed, scope).isEqualTo(expected);
        }
    }

    @Test
    void nameAMovementThatOneKnowingHasAndTheOtherHasNot() {
        TestHistory history = new TestHistory();
        history.open("2023-01-05", Map.of());
        long first = history.invest("2023-02-01", "H1", "1000");
        long late = history.invest("2023-01-20", "H1", "200");
        history.reverse("2023-03-01", first);
        FactSource facts = EventFacts.of(history.events());
        LocalDate day = LocalDate.parse("2023-02-15");

        Differences differences = Differences.between(
                facts, new Scope(TestHistory.FUND, day, first), new Scope(TestHistory.FUND, day, late + 1));

        assertThat(differences.accounts()).hasSize(2);
        AccountDifference shares = differences.accounts().get(1);
        assertThat(shares.account() + shares.sub() + shares.name()).isEqualTo("301H1股金");
        assertThat(shares.before()).isEqualTo(Fen.ofYuan("-1000"));
        assertThat(shares.after()).isEqualTo(Fen.ofYuan("-1200"));
        assertThat(shares.movements())
                .extracting(Moved::position, Moved::date, Moved::type, Moved::amount)
                .containsExactly(
                        tuple(late, LocalDate.parse("2023-01-20"), MovementType.INVEST_SHARES, Fen.ofYuan("-200")));
    }

    private static Map<String, Fen> balances(FactSource facts, Scope scope) {
        Map<String, Fen> balances = new HashMap<>();
        for (Balance balance : facts.balances(scope)) {
            balances.put(balance.account() + ":" + balance.sub(), balance.amount());
        }
        return balances;
    }
}
