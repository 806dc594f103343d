package coop.laborfund.projections.trace;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.posting.Account;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Following by layers says what following each single fen says, either way. */
class WalkTest {

    private static final Node BANK = new Node(Account.BANK, "");
    private static final List<String> HOUSEHOLDS = List.of("H1", "H2", "H3");
    private static final List<Node> ADVANCES =
            List.of(new Node(Account.ADVANCES, "C1:A1"), new Node(Account.ADVANCES, "C2:A2"));
    private static final int FLOWS = 300;

    /** A fen, with the flows that it went by. */
    private record Coin(List<Flow> way) {}

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    /** Flows that never take more than there is, and all coins that they moved. */
    private record Moved(List<Flow> flows, List<Coin> coins) {

        private static Moved by(Random random) {
            Moved moved = new Moved(new ArrayList<>(), new ArrayList<>());
            Map<Node, Deque<Coin>> pools = new HashMap<>();
            while (moved.flows.size() < FLOWS) {
                Flow flow = flow(random, moved.flows.size());
                Deque<Coin> from = pools.computeIfAbsent(flow.from(), any -> new ArrayDeque<>());
                if (!flow.from().isPool() || from.size() >= flow.amount()) {
                    moved.move(flow, from, pools.computeIfAbsent(flow.to(), any -> new ArrayDeque<>()));
                }
            }
            return moved;
        }

        private void move(Flow flow, Deque<Coin> from, Deque<Coin> to) {
            flows.add(flow);
            for (int fen = 0; fen < flow.amount(); fen++) {
                Coin coin = flow.from().isPool() ? from.removeFirst() : new Coin(new ArrayList<>());
                if (coin.way.isEmpty()) {
                    coins.add(coin);
                }
                coin.way.add(flow);
                to.addLast(coin);
            }
        }

        /** What lies where in the end. */
        private Map<String, Long> left() {
            Map<String, Long> left = new TreeMap<>();
            coins.forEach(coin -> left.merge(coin.way.getLast().to().text(), 1L, Long::sum));
            return left;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachFenByItself(long seed) {
        Moved moved = Moved.by(new Random(seed));
        for (String household : HOUSEHOLDS) {
            assertSame(moved.flows, moved.coins, household, Direction.FORWARD, seed);
            assertSame(moved.flows, moved.coins, household, Direction.BACKWARD, seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allMoneyIsWhereTheBooksHaveIt(long seed) {
        Moved moved = Moved.by(new Random(seed));
        for (TraceRule rule : TraceRule.values()) {
            assertThat(ends(moved.flows, flow -> !flow.from().isPool(), rule))
                    .as("seed %d, %s", seed, rule)
                    .isEqualTo(moved.left());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allOriginsTogetherAreAllMoney(long seed) {
        Moved moved = Moved.by(new Random(seed));
        Map<String, Long> together = new TreeMap<>();
        for (String household : HOUSEHOLDS) {
            add(together, ends(moved.flows, Start.household(household, Direction.FORWARD), TraceRule.FIFO));
        }
        add(together, ends(moved.flows, flow -> flow.from().account() == Account.RETURNS, TraceRule.FIFO));
        assertThat(together).as("seed %d", seed).isEqualTo(moved.left());
    }

    private static void add(Map<String, Long> together, Map<String, Long> more) {
        more.forEach((node, fen) -> together.merge(node, fen, Long::sum));
    }

    private static Map<String, Long> ends(List<Flow> flows, Start start, TraceRule rule) {
        Question question = new Question(new Scope("F1", Scope.ANY_DAY, Long.MAX_VALUE), "", Direction.FORWARD, rule);
        Map<String, Long> reached = new TreeMap<>();
        new Walk(rule, Direction.FORWARD, start)
                .along(flows, question)
                .ends()
                .forEach(end -> reached.put(end.node(), end.amount().value()));
        return reached;
    }

    private static void assertSame(
            List<Flow> flows, List<Coin> coins, String household, Direction direction, long seed) {
        Start start = Start.household(household, direction);
        Map<Long, Long> moved = new TreeMap<>();
        Map<String, Long> ends = new TreeMap<>();
        for (Coin coin : coins) {
            Flow last = coin.way.getLast();
            Flow first = coin.way.getFirst();
            if (start.isAt(direction == Direction.FORWARD ? first : last)) {
                coin.way.forEach(flow -> moved.merge(flow.position(), 1L, Long::sum));
                Node end = direction == Direction.FORWARD ? last.to() : first.from();
                ends.merge(end.text(), 1L, Long::sum);
            }
        }
        Question question =
                new Question(new Scope("F1", Scope.ANY_DAY, Long.MAX_VALUE), household, direction, TraceRule.FIFO);
        Trace trace = new Walk(TraceRule.FIFO, direction, start).along(flows, question);
        Map<Long, Long> hops = new TreeMap<>();
        trace.hops().forEach(hop -> hops.put(hop.position(), hop.amount().value()));
        Map<String, Long> reached = new TreeMap<>();
        trace.ends().forEach(end -> reached.put(end.node(), end.amount().value()));
        assertThat(hops).as("seed %d, %s %s", seed, household, direction).isEqualTo(moved);
        assertThat(reached).as("seed %d, %s %s", seed, household, direction).isEqualTo(ends);
        assertThat(trace.hops()).isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()));
    }

    private static Flow flow(Random random, int number) {
        String household = HOUSEHOLDS.get(random.nextInt(HOUSEHOLDS.size()));
        Node advance = ADVANCES.get(random.nextInt(ADVANCES.size()));
        int amount = 1 + random.nextInt(6);
        return switch (random.nextInt(6)) {
            case 0 -> flow(new Node(Account.SHARES, household), BANK, amount, number);
            case 1 -> flow(BANK, new Node(Account.DIVIDENDS_PAYABLE, household), amount, number);
            case 2 -> flow(BANK, new Node(Account.SHARES, household), amount, number);
            case 3 -> flow(BANK, advance, amount, number);
            case 4 -> flow(advance, BANK, amount, number);
            default ->
                random.nextBoolean()
                        ? flow(new Node(Account.RETURNS, "C1"), BANK, amount, number)
                        : flow(advance, new Node(Account.LOSSES, ""), amount, number);
        };
    }

    private static Flow flow(Node from, Node to, int amount, int number) {
        return new Flow(from, to, amount, LocalDate.EPOCH.plusDays(number), "V" + number, number);
    }
}
