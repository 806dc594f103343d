package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.faults.Answer.Kind;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.door.Following;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs on one database record in the same funds at the same time. */
@Timeout(600)
class TwoNodesTest {

    private static final int ENCOUNTERS = Size.ROUNDS * 10;

    private final JdbcTarget database = Databases.create().target();
    private final LedgerNode one = LedgerNode.open(PostgresAccess.external(database), TestNodes.CLOCK);
    private final LedgerNode other = LedgerNode.open(PostgresAccess.external(database), TestNodes.CLOCK);
    private final Door here = new LedgerDoor(one);
    private final Door there = new LedgerDoor(other);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void clientsOfBothSeeOneLedger() throws Exception {
        try (Following follower = one.serve();
                Following second = other.serve();
                Load load = Load.on(List.of(here, there))) {
            load.awaitAnswers(Size.ROUNDS * 500L);
            load.finish();
            load.requireKept(other);
            RightBooks.require(one, database);
            assertThat(follower.isRunning() && second.isRunning()).isTrue();
        }
    }

    @Test
    void whatIsTakenInAtOneIsGivenBackAtTheOther() {
        found();
        Door from = here;
        Door to = there;
        for (int round = 0; round < ENCOUNTERS; round++) {
            assertThat(from.send("F1", cells("D" + round, "RECEIVE_DEPOSIT", 100))
                            .kind())
                    .isEqualTo(Kind.RECORDED);
            assertThat(to.send("F1", cells("R" + round, "REFUND_DEPOSIT", 100)).kind())
                    .isEqualTo(Kind.RECORDED);
            assertThat(from.send("F1", cells("X" + round, "REFUND_DEPOSIT", 1)))
                    .isEqualTo(Answer.refused("INSUFFICIENT_DEPOSIT"));
            Door turned = from;
            from = to;
            to = turned;
        }
        RightBooks.require(one, database);
    }

    @Test
    void oneRefAtBothAtOnceIsRecordedOnce() throws Exception {
        found();
        for (int round = 0; round < ENCOUNTERS; round++) {
            Map<Column, String> same = cells("S" + round, "RECEIVE_DEPOSIT", 100);
            assertThat(atOnce(same, same)).containsExactlyInAnyOrder(Kind.RECORDED, Kind.REPEATED);
            assertThat(atOnce(cells("T" + round, "RECEIVE_DEPOSIT", 100), cells("T" + round, "RECEIVE_DEPOSIT", 200)))
                    .containsExactlyInAnyOrder(Kind.RECORDED, Kind.REFUSED);
        }
        assertThat(one.history().lastPosition()).isEqualTo(2 + 2L * ENCOUNTERS);
        RightBooks.require(other, database);
    }

    private List<Kind> atOnce(Map<Column, String> first, Map<Column, String> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> told = new ArrayList<>();
            told.add(pool.submit(sent(here, first, start)));
            told.add(pool.submit(sent(there, second, start)));
            List<Kind> kinds = new ArrayList<>();
            for (Future<Answer> answer : told) {
                assertThat(answer.get().code()).isIn("", "REF_REUSED");
                kinds.add(answer.get().kind());
            }
            return kinds;
        }
    }

    private static Callable<Answer> sent(Door door, Map<Column, String> cells, CyclicBarrier start) {
        return () -> {
            start.await();
            return door.send("F1", cells);
        };
    }

    private void found() {
        for (Map<Column, String> cells : List.of(
                Map.of(Column.TYPE, "OPEN_FUND", Column.PARTY, "532599100200", Column.NAME, "示例基金", Column.REF, "V1"),
                Map.of(Column.TYPE, "ENROLL_COMPANY", Column.PARTY, "C1", Column.NAME, "示例公司", Column.REF, "V2"))) {
            Map<Column, String> dated = new HashMap<>(cells);
            dated.put(Column.DATE, "2024-01-02");
            assertThat(here.send("F1", dated).kind()).isEqualTo(Kind.RECORDED);
        }
    }

    private static Map<Column, String> cells(String ref, String type, long fen) {
        return Map.of(
                Column.REF,
                ref,
                Column.DATE,
                "2024-03-15",
                Column.TYPE,
                type,
                Column.PARTY,
                "C1",
                Column.AMOUNT,
                Fen.of(fen).toString());
    }
}
