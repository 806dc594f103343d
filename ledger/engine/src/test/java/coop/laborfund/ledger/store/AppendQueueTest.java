package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.StreamKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose turn it is, and for how long. */
class AppendQueueTest {

    private static final int LARGE = 1_000;

    private final AppendQueue queue = new AppendQueue();

    private static Append append(String fund, int events) {
        return new Append(IntStream.range(0, events)
                .mapToObj(sequence -> new NewEvent(
                        StreamKind.FUND.of(fund),
                        sequence,
                        UUID.randomUUID(),
                        "Any",
                        1,
                        "tester",
                        "V" + sequence,
                        null,
                        "{}",
                        "{}"))
                .toList());
    }

    private void add(int count, int events) {
        for (int number = 0; number < count; number++) {
            queue.add(append("F" + number, events));
        }
    }

    private List<Append> take() {
        List<Append> group = new ArrayList<>();
        queue.takeInto(group);
        return group;
    }

    private int eventsTaken() {
        return take().stream().mapToInt(Append::size).sum();
    }

    @Test
    void shortAppendsGoTogether() {
        add(50, 2);
        assertThat(take()).hasSize(50);
    }

    @Test
    void longAndShortOnesTakeTurns() {
        add(3, LARGE);
        add(1, 1);
        assertThat(eventsTaken()).isEqualTo(1);
        assertThat(eventsTaken()).isEqualTo(LARGE);
        add(2, 1);
        assertThat(eventsTaken()).isEqualTo(2);
        assertThat(eventsTaken()).isEqualTo(LARGE);
    }

    @Test
    void whoIsAloneTakesLongerTurnsUntilSomebodyComes() {
        add(20, LARGE);
        assertThat(List.of(eventsTaken(), eventsTaken(), eventsTaken(), eventsTaken()))
                .containsExactly(LARGE, LARGE, 2 * LARGE, 4 * LARGE);
        assertThat(eventsTaken()).isEqualTo(5 * LARGE);
        add(1, 1);
        assertThat(eventsTaken()).isEqualTo(1);
        assertThat(eventsTaken()).isEqualTo(LARGE);
        assertThat(eventsTaken()).isEqualTo(LARGE);
    }

    @Test
    void oneThatIsLargerThanAnyTurnGoesAlone() {
        add(2, 20_000);
        assertThat(take()).hasSize(1);
        assertThat(take()).hasSize(1);
    }
}
