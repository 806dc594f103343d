package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerBusyException;
import coop.laborfund.ledger.fund.FundState;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who want the same fund, without a ledger behind it. */
@Timeout(60)
class FundMailboxesTest {

    private static final int ROOM = 1_024;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /** Open once the first batch is with the recorder: only then is it sure who leads. */
    private final CountDownLatch leading = new CountDownLatch(1);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    /** A request that a decision can be told apart by. */
    private static RecordRequest request(String ref) {
        return RecordRequest.of(List.of(Movements.deposit("F1", ref, "1")), Movements.BY);
    }

    private static String ref(RecordRequest request) {
        return request.movements().getFirst().command().ref();
    }

    /** The position is made of the ref, so that an answer shows whose it is. */
    private static FundDecision decision(RecordRequest request) {
        return new FundDecision(List.of(), true, Long.parseLong(ref(request)), FundState.EMPTY, null);
    }

    @Test
    void everybodyGetsTheirOwnAnswerAndNoFundIsLedTwiceAtOnce() throws Exception {
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger batches = new AtomicInteger();
        FundMailboxes mailboxes = new FundMailboxes((fund, requests) -> {
            assertThat(inHand.incrementAndGet()).isEqualTo(1);
            batches.incrementAndGet();
            inHand.decrementAndGet();
            return requests.stream().map(FundMailboxesTest::decision).toList();
        });
        List<Future<FundDecision>> answers = new ArrayList<>();
        for (int caller = 0; caller < 5_000; caller++) {
            RecordRequest request = request(String.valueOf(caller));
            answers.add(callers.submit(patiently(() -> mailboxes.record("F1", request))));
        }
        for (int caller = 0; caller < answers.size(); caller++) {
            assertThat(answers.get(caller).get().position()).isEqualTo(caller);
        }
        assertThat(batches.get()).isLessThanOrEqualTo(answers.size());
    }

    /** Five thousand at once are more than may wait: some have to come again. */
    private static Callable<FundDecision> patiently(Callable<FundDecision> call) {
        return () -> {
            while (true) {
                try {
                    return call.call();
                } catch (LedgerBusyException later) {
                    Thread.sleep(1);
                }
            }
        };
    }

    @Test
    void whatWaitsIsRecordedTogetherUpToALimitAndInOrder() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
        FundMailboxes mailboxes = new FundMailboxes((fund, requests) -> {
            batches.add(requests.stream().map(FundMailboxesTest::ref).toList());
            await(first, ref(requests.getFirst()).equals("0"));
            return requests.stream().map(FundMailboxesTest::decision).toList();
        });
        List<Future<FundDecision>> answers = lineUp(mailboxes, 301);
        first.countDown();
        for (Future<FundDecision> answer : answers) {
            answer.get();
        }
        assertThat(batches.stream().map(List::size)).containsExactly(1, 150, 150);
        assertThat(batches.stream().flatMap(List::stream))
                .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
    }

    /** One that leads and is held up, then the others behind it one after another. */
    private List<Future<FundDecision>> lineUp(FundMailboxes mailboxes, int callersInAll) throws InterruptedException {
        List<Future<FundDecision>> answers = new ArrayList<>();
        for (int caller = 0; caller < callersInAll; caller++) {
            RecordRequest request = request(String.valueOf(caller));
            answers.add(callers.submit(() -> mailboxes.record("F1", request)));
            leading.await();
            while (mailboxes.waiting("F1") < caller) {
                Thread.sleep(1);
            }
        }
        return answers;
    }

    private void await(CountDownLatch latch, boolean wanted) {
        leading.countDown();
        try {
            assertThat(!wanted || latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Test
    void anExceptionReachesEverybodyOfItsBatchAndNobodyElse() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger batches = new AtomicInteger();
        FundMailboxes mailboxes = new FundMailboxes((fund, requests) -> {
            int batch = batches.getAndIncrement();
            await(first, batch == 0);
            if (batch == 1) {
                throw new IllegalStateException("the recorder failed");
            }
            if (batch == 2) {
                throw new AssertionError("the recorder failed badly");
            }
            return requests.stream().map(FundMailboxesTest::decision).toList();
        });
        List<Future<FundDecision>> answers = lineUp(mailboxes, 401);
        first.countDown();

        assertThat(answers.getFirst().get().position()).isZero();
        for (Future<FundDecision> failed : answers.subList(1, 151)) {
            assertThatThrownBy(failed::get).hasCauseInstanceOf(IllegalStateException.class);
        }
        for (Future<FundDecision> failed : answers.subList(151, 301)) {
            assertThatThrownBy(failed::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("failed badly");
        }
        for (int caller = 301; caller < answers.size(); caller++) {
            assertThat(answers.get(caller).get().position()).isEqualTo(caller);
        }
        assertThat(mailboxes.record("F1", request("7")).position()).isEqualTo(7);
    }

    @Test
    void tooManyAreSentAwayAndOtherFundsDoNotMind() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        FundMailboxes mailboxes = new FundMailboxes((fund, requests) -> {
            await(first, fund.equals("F1"));
            return requests.stream().map(FundMailboxesTest::decision).toList();
        });
        List<Future<FundDecision>> answers = lineUp(mailboxes, 1);
        for (int caller = 1; caller <= ROOM; caller++) {
            RecordRequest request = request(String.valueOf(caller));
            answers.add(callers.submit(() -> mailboxes.record("F1", request)));
        }
        while (mailboxes.waiting("F1") < ROOM) {
            Thread.sleep(1);
        }
        assertThatThrownBy(() -> mailboxes.record("F1", request("9"))).isInstanceOf(LedgerBusyException.class);
        assertThat(mailboxes.record("F2", request("9")).position()).isEqualTo(9);
        first.countDown();
        for (int caller = 0; caller < answers.size(); caller++) {
            assertThat(answers.get(caller).get().position()).isEqualTo(caller);
        }
    }
}
