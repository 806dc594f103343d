package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.door.TakeoverEndedException;
import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.fund.BatchDecision;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.fund.PriorMovements;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;

class FundAggregateTest {

    private static final Requester TREASURER = new Requester("出纳", "test", "R1");

    private final AggregateTestFixture<FundAggregate> fixture = new AggregateTestFixture<>(FundAggregate.class);
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private Circumstances last = Circumstances.USUAL;
    private boolean fresh = true;
    private boolean broken;

    FundAggregateTest() {
        fixture.registerAggregateFactory(LedgerConfiguration.factory());
        fixture.registerAnnotatedCommandHandler(new FundCommandHandler(
                fixture.getRepository(),
                (fund, refs) -> new Register(),
                (fund, sequence) -> fresh ? OptionalLong.of(7) : OptionalLong.empty(),
                (fund, named) -> names.putAll(named.names()),
                new Takeovers((fund, sequence) -> sequence < 0 ? Optional.empty() : Optional.of(last)),
                new FundSnapshots(new InMemoryEventStorageEngine(), task -> {}, 1_000),
                Clock.fixed(Instant.parse("2024-03-15T12:00:00Z"), ZoneOffset.UTC)));
    }

    @Test
    void recordsWhatIsAcceptedAndKeepsNamesBesideTheEvents() {
        fixture.givenNoPriorActivity()
                .when(record(Movements.founding("F1")))
                .expectSuccessfulHandlerExecution()
                .expectEvents(events(Movements.founding("F1")).toArray());
        assertThat(names).containsExactly(Map.entry("H1", "张三"));
    }

    @Test
    void recordsNothingWhereOneIsRefused() {
        FundDecision answer = answer(fixture.given(events(Movements.founding("F1")))
                .when(record(List.of(
                        Movements.admit("F1", "V4", "H2", "李四"),
                        Movements.refund("F1", "V5", "1.00"),
                        Movements.invest("F1", "V6", "5.00"))))
                .expectNoEvents());

        assertThat(answer.outcomes())
                .extracting(Outcome::getClass)
                .isEqualTo(List.of(Outcome.Accepted.class, Outcome.Refused.class, Outcome.Accepted.class));
        assertThat(answer.recorded()).isFalse();
        assertThat(answer.position()).isEqualTo(7);
        assertThat(names).isEmpty();
    }

    @Test
    void answersARepeatWithoutRecordingIt() {
        Movement movement = Movements.invest("F1", "V4", "5.00");
        digests.put("V4", movement.digest());

        FundDecision answer = answer(fixture.given(events(Movements.founding("F1")))
                .when(new RecordMovements("F1", List.of(request(List.of(movement))), true))
                .expectNoEvents());

        assertThat(answer.outcomes()).containsExactly(new Outcome.AlreadyRecorded(movement));
        assertThat(answer.recorded()).isTrue();
    }

    @Test
    void takesOverOlderBooksUntilItRecordsWhatHappens() {
        Requester successor = TREASURER.takingOver("村社发〔2026〕1号");
        List<Movement> more = List.of(Movements.invest("F1", "V4", "5.00"));
        RecordMovements takeover = new RecordMovements("F1", List.of(RecordRequest.of(more, successor)), false);

        last = new Circumstances("村社发〔2026〕1号", false, "");
        fixture.given(events(Movements.founding("F1"))).when(takeover).expectSuccessfulHandlerExecution();
        last = Circumstances.USUAL;
        fixture.given(events(Movements.founding("F1")))
                .when(takeover)
                .expectNoEvents()
                .expectException(TakeoverEndedException.class);
        fixture.given(events(Movements.founding("F1")))
                .when(new CheckMovements("F1", more, successor))
                .expectException(TakeoverEndedException.class);
    }

    @Test
    void whatWasTakenOverIsKnownAgainEvenWhenTheFundHasGoneOn() {
        Movement movement = Movements.invest("F1", "V4", "5.00");
        digests.put("V4", movement.digest());
        RecordRequest again = RecordRequest.of(List.of(movement), TREASURER.takingOver("村社发〔2026〕1号"));

        FundDecision answer = answer(fixture.given(events(Movements.founding("F1")))
                .when(new RecordMovements("F1", List.of(again), true))
                .expectNoEvents());

        assertThat(answer.outcomes()).containsExactly(new Outcome.AlreadyRecorded(movement));
    }

    @Test
    void checksWithoutRecording() {
        FundDecision answer = answer(fixture.given(events(Movements.founding("F1")))
                .when(new CheckMovements("F1", List.of(Movements.invest("F1", "V4", "5.00")), TREASURER))
                .expectNoEvents());

        assertThat(answer.outcomes()).singleElement().isInstanceOf(Outcome.Accepted.class);
        assertThat(answer.recorded()).isFalse();
    }

    @Test
    void doesNotAnswerFromAStateThatIsBehind() {
        fresh = false;
        fixture.given(events(Movements.founding("F1")))
                .when(record(List.of(Movements.refund("F1", "V5", "1.00"))))
                .expectException(ConcurrencyException.class);
        fixture.given(events(Movements.founding("F1")))
                .when(new CheckMovements("F1", List.of(), TREASURER))
                .expectException(ConcurrencyException.class);
    }

    /** Whether or not the state is behind: to decide again would only hide it. */
    @Test
    void doesNotTakeABugForAStateThatIsBehind() {
        fresh = false;
        broken = true;
        fixture.given(events(Movements.founding("F1")))
                .when(new CheckMovements("F1", List.of(Movements.invest("F1", "V4", "5.00")), TREASURER))
                .expectException(IllegalStateException.class);
    }

    private static FundDecision answer(ResultValidator<FundAggregate> result) {
        List<PendingAnswer> answers = new ArrayList<>();
        result.expectSuccessfulHandlerExecution();
        result.expectResultMessagePayloadMatching(new CustomMatcher<PendingAnswer>("an answer") {
            @Override
            public boolean matches(Object payload) {
                return answers.add((PendingAnswer) payload);
            }
        });
        return answers.getFirst().decisions().getFirst();
    }

    private static RecordMovements record(List<Movement> movements) {
        return new RecordMovements("F1", List.of(request(movements)), false);
    }

    private static RecordRequest request(List<Movement> movements) {
        return RecordRequest.of(movements, Movements.BY);
    }

    private static List<FundEvent> events(List<Movement> movements) {
        return BatchDecision.of(FundState.EMPTY, movements, new NothingBefore(), Movements.DAY).accepted().stream()
                .map(Outcome.Accepted::event)
                .toList();
    }

    private static class NothingBefore implements PriorMovements {
        @Override
        public Optional<String> digestOf(String ref) {
            return Optional.empty();
        }

        @Override
        public Optional<FundEvent> eventOf(String ref) {
            return Optional.empty();
        }

        @Override
        public boolean isReversed(String ref) {
            return false;
        }
    }

    private final class Register extends NothingBefore {
        @Override
        public Optional<String> digestOf(String ref) {
            if (broken) {
                throw new IllegalStateException("a mistake of ours");
            }
            return Optional.ofNullable(digests.get(ref));
        }
    }
}
