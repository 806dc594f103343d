package coop.laborfund.projections.trace;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.EventFacts;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is followed comes to what the books say, whatever was recorded. */
class TraceOfRandomHistoriesTest {

    private static final int EVENTS = 1_000;
    private static final int QUESTIONS = 10;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allMoneyTogetherIsWhatTheBooksHave(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(i % 2));
            Map<String, Long> pools = new TreeMap<>();
            for (Balance balance : EventFacts.of(history.events()).balances(scope)) {
                Node node = new Node(ChartOfAccounts.heading(balance.account()).account(), balance.sub());
                if (node.isPool()) {
                    pools.put(node.text(), balance.amount().value());
                }
            }
            for (TraceRule rule : TraceRule.values()) {
                Question question = new Question(scope, "", Direction.FORWARD, rule);
                Trace trace = new Walk(
                                rule, Direction.FORWARD, flow -> !flow.from().isPool())
                        .along(flows(history.events(), question), question);
                Map<String, Long> left = new TreeMap<>();
                trace.ends().stream()
                        .filter(end -> isPassedThrough(end.node()))
                        .forEach(end -> left.put(end.node(), end.amount().value()));
                // What was overdrawn and is not followed may lie in another pool; nowhere is more than the books have.
                left.forEach((node, fen) -> assertThat(fen)
                        .as("seed %d, %s, %s, %s", seed, scope, rule, node)
                        .isLessThanOrEqualTo(pools.getOrDefault(node, 0L)));
                assertThat(net(flows(history.events(), question)))
                        .as("seed %d, %s", seed, scope)
                        .isEqualTo(pools);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostOnTheWay(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(i % 2));
            for (TraceRule rule : TraceRule.values()) {
                for (Direction direction : Direction.values()) {
                    Question question = new Question(scope, i % 3 == 0 ? "户1" : "H2", direction, rule);
                    assertKept(fold(history.events(), question).result(), seed);
                }
            }
        }
    }

    /** At each node that money passes through, what came stays or goes on; where it ends is all that began. */
    private static void assertKept(Trace trace, long seed) {
        boolean forward = trace.question().direction() == Direction.FORWARD;
        Map<String, Long> in = new TreeMap<>();
        Map<String, Long> out = new TreeMap<>();
        for (Trace.Hop hop : trace.hops()) {
            assertThat(hop.amount().isPositive()).isTrue();
            (forward ? in : out).merge(hop.to(), hop.amount().value(), Long::sum);
            (forward ? out : in).merge(hop.from(), hop.amount().value(), Long::sum);
        }
        long begun = out.entrySet().stream()
                .filter(node -> !isPassedThrough(node.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        Map<String, Long> expected = new TreeMap<>();
        in.forEach((node, fen) -> {
            long left = isPassedThrough(node) ? fen - out.getOrDefault(node, 0L) : fen;
            if (left != 0) {
                expected.put(node, left);
            }
        });
        Map<String, Long> ends = new TreeMap<>();
        trace.ends().forEach(end -> ends.put(end.node(), end.amount().value()));
        assertThat(ends).as("seed %d, %s", seed, trace.question()).isEqualTo(expected);
        assertThat(ends.values().stream().mapToLong(fen -> fen).sum())
                .as("seed %d, %s", seed, trace.question())
                .isEqualTo(begun);
        if (!forward) {
            assertThat(ends.keySet())
                    .as("seed %d, %s", seed, trace.question())
                    .noneMatch(TraceOfRandomHistoriesTest::isPassedThrough);
        }
    }

    private static boolean isPassedThrough(String node) {
        return node.equals("102") || node.startsWith("113:");
    }

    private static Map<String, Long> net(List<Flow> flows) {
        Map<String, Long> net = new TreeMap<>();
        for (Flow flow : flows) {
            if (flow.from().isPool()) {
                net.merge(flow.from().text(), -flow.amount(), Long::sum);
            }
            if (flow.to().isPool()) {
                net.merge(flow.to().text(), flow.amount(), Long::sum);
            }
        }
        net.values().removeIf(fen -> Fen.of(fen).isZero());
        return net;
    }

    private static List<Flow> flows(List<RecordedEvent> events, Question question) {
        return fold(events, question).flows();
    }

    private static TraceFold fold(List<RecordedEvent> events, Question question) {
        TraceFold fold = new TraceFold(question);
        events.forEach(fold::add);
        return fold;
    }
}
