package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.faults.Client.Given;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Eight clients on two funds, from the founding of these to the comparison of what was told with what stands there. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final List<String> FUNDS = List.of("F1", "F2");

    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong answers = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Door> doors;
    private int foundings;

    private Load(List<Door> doors) {
        this.doors = doors;
    }

    /** Funds and companies are there when this returns; then the clients begin, each taking a door by chance every time. */
    static Load on(List<Door> doors) {
        System.out.println("seed " + Size.SEED);
        Load load = new Load(doors);
        FUNDS.forEach(load::found);
        Random random = new Random(Size.SEED);
        for (int number = 0; number < CLIENTS; number++) {
            Random own = new Random(random.nextLong());
            Supplier<Door> door = () -> doors.get(own.nextInt(doors.size()));
            load.clients.add(new Client(FUNDS.get(number % 2), "C" + number, door, own, load.failures));
        }
        load.clients.forEach(client -> load.running.add(load.threads.submit(load.work(client))));
        return load;
    }

    private Callable<Void> work(Client client) {
        return () -> {
            while (!stop.get()) {
                client.step();
                answers.incrementAndGet();
            }
            return null;
        };
    }

    private void found(String fund) {
        send(fund, Map.of(Column.TYPE, "OPEN_FUND", Column.PARTY, "532599100200", Column.NAME, "示例基金"));
        for (int company = 0; company < CLIENTS; company++) {
            send(fund, Map.of(Column.TYPE, "ENROLL_COMPANY", Column.PARTY, "C" + company, Column.NAME, "示例公司"));
        }
    }

    /** One movement more, answered when this returns; its position. */
    long mark() {
        return send(FUNDS.getFirst(), Map.of(Column.TYPE, "OTHER_INCOME", Column.AMOUNT, "1.00"))
                .position();
    }

    private Answer send(String fund, Map<Column, String> rest) {
        Map<Column, String> cells = new TreeMap<>(rest);
        cells.put(Column.REF, "founding-" + ++foundings);
        cells.put(Column.DATE, "2024-01-02");
        Answer answer = doors.getFirst().send(fund, cells);
        assertThat(answer.kind()).isEqualTo(Answer.Kind.RECORDED);
        return answer;
    }

    /** Returns when so much more was answered; fails where a client was told something wrong. */
    void awaitAnswers(long more) throws InterruptedException, ExecutionException {
        long goal = answers.get() + more;
        while (answers.get() < goal) {
            requireAllAtWork();
            Thread.sleep(2);
        }
    }

    /** Returns when so many more attempts have failed. */
    void awaitFailures(int more) throws InterruptedException, ExecutionException {
        int goal = failures.size() + more;
        while (failures.size() < goal) {
            requireAllAtWork();
            Thread.sleep(20);
        }
    }

    /** What the failed attempts were told. */
    Set<String> failures() {
        return Set.copyOf(failures);
    }

    /** Fails where a client was told something wrong. */
    void requireAllAtWork() throws InterruptedException, ExecutionException {
        for (Future<?> client : running) {
            if (client.isDone()) {
                client.get();
            }
        }
    }

    /** Lets every client come to the answer that it waits for. */
    void finish() throws InterruptedException, ExecutionException {
        stop.set(true);
        for (Future<?> client : running) {
            client.get();
        }
        Map<String, Long> errors =
                failures.stream().collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        System.out.printf("%d answers, %d recorded, errors %s%n", answers.get(), given().size(), errors);
    }

    private List<Given> given() {
        return clients.stream().flatMap(client -> client.given().stream()).toList();
    }

    /** What was told stands in the history once, where it was told to stand, and nothing else does. */
    void requireKept(LedgerNode node) {
        Map<String, RecordedEvent> recorded =
                node.history().all(1, Long.MAX_VALUE).collect(Collectors.toMap(Load::name, Function.identity()));
        assertThat(recorded).hasSize(foundings + given().size());
        for (Client client : clients) {
            for (Given movement : client.given()) {
                RecordedEvent event = recorded.get(client.fund() + " " + movement.ref());
                assertThat(event).as("%s", movement).isNotNull();
                if (movement.position() != 0) {
                    assertThat(event.position()).as("%s", movement).isEqualTo(movement.position());
                }
            }
            assertThat(deposit(node, client)).as(client.company()).isEqualTo(client.balance());
        }
    }

    private static String name(RecordedEvent recorded) {
        return recorded.event().fund() + " " + recorded.event().ref();
    }

    private static Fen deposit(LedgerNode node, Client client) {
        return node.readModels().balances(client.fund(), null, null).orElseThrow().accounts().stream()
                .filter(account -> account.sub().equals("deposit:" + client.company()))
                .map(account -> account.amount().negate())
                .findFirst()
                .orElse(Fen.ZERO);
    }

    @Override
    public void close() {
        stop.set(true);
        threads.shutdownNow();
    }
}
