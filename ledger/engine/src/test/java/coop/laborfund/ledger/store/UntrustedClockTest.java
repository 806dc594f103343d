package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.event.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is appended while the clock cannot be right. */
class UntrustedClockTest {

    private final DataSource database = TestDatabase.create();
    private Duration machineAhead = Duration.ZERO;
    private Duration passed = Duration.ZERO;

    @Test
    void nothingButUnderSomebodysName() throws InterruptedException {
        ClockGuard guard = new ClockGuard(
                () -> Instant.now().plus(machineAhead), () -> Uptime.now().plus(passed));
        try (GroupCommit commit = new GroupCommit(database, ChainedEvent::of, null, guard)) {
            commit.append(List.of(event(0, "{}")));
            machineAhead = Duration.ofHours(1);
            // What was read of the database's clock is carried on for a second; then it is looked at again.
            Thread.sleep(1_100);
            assertThatThrownBy(() -> commit.append(List.of(event(1, "{}"))))
                    .isInstanceOf(ClockUntrustedException.class)
                    .hasMessageContaining("OTHER_THAN_MACHINE");
            commit.append(List.of(event(1, "{\"clockTrustedBy\":\"王会计\"}")));
            assertThatThrownBy(() -> commit.append(List.of(event(2, "{\"request\":\"\\\"clockTrustedBy\\\":\"}"))))
                    .as("a value that looks like it")
                    .isInstanceOf(ClockUntrustedException.class);
            machineAhead = Duration.ZERO;
            commit.append(List.of(event(2, "{}")));
            passed = Duration.ofHours(-2);
            Thread.sleep(1_100);
            assertThatThrownBy(() -> commit.append(List.of(event(3, "{}"))))
                    .isInstanceOf(ClockUntrustedException.class)
                    .hasMessageContaining("JUMPED");
        }
        assertThat(new JdbcTemplate(database).queryForObject("select max(position) from event", Long.class))
                .isEqualTo(3);
    }

    private static NewEvent event(long sequence, String metadata) {
        return new NewEvent(
                StreamKind.FUND.of("F1"),
                sequence,
                UUID.randomUUID(),
                "OtherIncomeReceived",
                1,
                "tester",
                "V" + sequence,
                null,
                "{}",
                metadata);
    }
}
