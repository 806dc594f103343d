package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.ClockUntrustedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    private Instant machine = NOON;
    private Duration uptime = Duration.ofHours(3);
    private final ClockGuard guard = new ClockGuard(() -> machine, () -> uptime);

    private Optional<Reason> look(Instant clock, String last) {
        return guard.look(clock, last.isEmpty() ? null : Instant.parse(last)).map(ClockUntrustedException::reason);
    }

    private void pass(Duration time) {
        uptime = uptime.plus(time);
        machine = machine.plus(time);
    }

    @Test
    void howLongNobodyRecordedSaysNothing() {
        assertThat(look(NOON, "")).isEmpty();
        assertThat(look(NOON, "2019-01-01T00:00:00Z")).isEmpty();
        pass(Duration.ofDays(400));
        assertThat(look(machine, "2019-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void aLastEventClearlyAheadOfNowIsTrouble() {
        assertThat(look(NOON, "2026-11-27T04:00:59Z")).isEmpty();
        assertThat(look(NOON, "2026-11-27T04:01:01Z")).contains(Reason.BEHIND_HISTORY);
        assertThat(look(NOON, "2030-01-01T00:00:00Z")).contains(Reason.BEHIND_HISTORY);
    }

    @Test
    void whatTheMachineSaysAndTheDatabaseDoesNotIsTrouble() {
        assertThat(look(NOON.plusSeconds(3_600), "")).contains(Reason.OTHER_THAN_MACHINE);
        assertThat(look(NOON.minusSeconds(3_600), "")).contains(Reason.OTHER_THAN_MACHINE);
        assertThat(look(NOON.plusSeconds(5), "")).isEmpty();
    }

    @Test
    void bothClocksSetTogetherAreMissedByTheTimeThatPassed() {
        assertThat(look(NOON, "")).isEmpty();
        pass(Duration.ofMinutes(10));
        machine = machine.plus(Duration.ofHours(2));
        assertThat(look(machine, "")).contains(Reason.JUMPED);
        pass(Duration.ofDays(3));
        assertThat(look(machine, "")).as("it does not wear off").contains(Reason.JUMPED);
        machine = machine.minus(Duration.ofHours(2));
        assertThat(look(machine, "")).as("set right again").isEmpty();
        machine = machine.minus(Duration.ofHours(2));
        assertThat(look(machine, "")).contains(Reason.JUMPED);
    }

    @Test
    void secondsThatClocksDriftInMonthsAreNoJump() {
        assertThat(look(NOON, "")).isEmpty();
        for (int day = 0; day < 200; day++) {
            pass(Duration.ofDays(1).plusSeconds(1));
            machine = machine.plusSeconds(2);
            assertThat(look(machine, "")).isEmpty();
        }
    }

    @Test
    void uptimeGoesOnByItself() throws InterruptedException {
        Duration before = Uptime.now();
        Thread.sleep(50);
        assertThat(Uptime.now().minus(before)).isBetween(Duration.ofMillis(30), Duration.ofSeconds(20));
    }
}
