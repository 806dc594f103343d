package coop.laborfund.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.projections.door.RollUpWatch;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.Moment;
import coop.laborfund.projections.rollup.RollUpFold;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs wait for each other, are ended by whoever asks, and say how they ended. */
@Timeout(60)
class JobsTest {

    private static final RollUpAnswer ANSWER =
            RollUpAnswer.of(new RollUpFold(new Division("53")).result(), new Moment(2024, Scope.ANY_DAY, 0));

    private final Jobs jobs = new Jobs();

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aRollUpThatIsThroughHasItsResult() throws Exception {
        RollUpJobAnswer ended = end(submit(watch -> {
            watch.at(3, 3);
            return Optional.of(ANSWER);
        }));
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.fundsDone()).isEqualTo(3);
        assertThat(ended.result()).isEqualTo(ANSWER);
    }

    @Test
    void oneThatIsCancelledOnItsWayHasNone() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        String id = submit(watch -> untilCancelled(watch, running));
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(standing(id).state()).isEqualTo(JobState.RUNNING);

        assertThat(jobs.cancel(id)).isPresent();

        RollUpJobAnswer ended = end(id);
        assertThat(ended.state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended.cancelling()).isTrue();
        assertThat(ended.result()).isNull();
    }

    @Test
    void oneThatFailsSaysSo() throws Exception {
        RollUpJobAnswer ended = end(submit(watch -> {
            throw new IllegalStateException("the database is gone");
        }));
        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.result()).isNull();
    }

    @Test
    void onlySomeWaitAndOneThatWaitsNeverBegins() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        String first = submit(watch -> untilCancelled(watch, running));
        String waiting = submit(watch -> {
            throw new AssertionError("began");
        });
        submit(watch -> Optional.of(ANSWER));
        submit(watch -> Optional.of(ANSWER));
        assertThat(jobs.submit(new RollUpJob("53", 3, watch -> Optional.of(ANSWER))))
                .isEmpty();

        jobs.cancel(waiting);
        assertThat(standing(waiting).state()).isEqualTo(JobState.CANCELLED);
        jobs.cancel(first);
        end(first);
        assertThat(standing(waiting).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.find("none")).isEmpty();
        assertThat(jobs.cancel("none")).isEmpty();
    }

    private static Optional<RollUpAnswer> untilCancelled(RollUpWatch watch, CountDownLatch running) {
        while (watch.at(1, 3)) {
            running.countDown();
            Thread.onSpinWait();
        }
        return Optional.empty();
    }

    private String submit(Function<RollUpWatch, Optional<RollUpAnswer>> question) {
        return jobs.submit(new RollUpJob("53", 3, question)).orElseThrow().id();
    }

    private RollUpJobAnswer standing(String id) {
        return (RollUpJobAnswer) jobs.find(id).orElseThrow();
    }

    private RollUpJobAnswer end(String id) throws InterruptedException {
        while (!standing(id).state().isEnd()) {
            Thread.sleep(10);
        }
        return standing(id);
    }
}
