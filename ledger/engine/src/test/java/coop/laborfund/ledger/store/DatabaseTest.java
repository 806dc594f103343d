package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.DatabaseFailedException.Reason;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.EventJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Whatever way the store asks the database: where it fails, that is said in the ledger's own words. */
class DatabaseTest {

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void aFullDiskIsToldFromOtherFailures() {
        for (String table : List.of("event", "household_name")) {
            jdbc.execute("create function no_room_%1$s() returns trigger language plpgsql as ".formatted(table)
                    + "$$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$");
            jdbc.execute(
                    "create trigger no_room before insert on %1$s for each statement execute function no_room_%1$s()"
                            .formatted(table));
        }
        try (GroupCommit commit = new GroupCommit(database)) {
            assertDiskFull(() -> commit.append(List.of(new NewEvent(
                    StreamKind.FUND.of("F1"), 0, UUID.randomUUID(), "Any", 1, "tester", "V1", null, "{}", "{}"))));
        }
        assertDiskFull(() -> new HouseholdNames(database).put("F1", Map.of("H1", "张三")));
    }

    private static void assertDiskFull(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("could not extend file")
                .hasRootCauseInstanceOf(SQLException.class)
                .extracting(failed -> ((DatabaseFailedException) failed).reason())
                .isEqualTo(Reason.DISK_FULL);
    }

    @Test
    void readsFailAsWritesDo() {
        jdbc.execute("alter table event rename to elsewhere");
        EventJson json = new EventJson();
        EventHistory history = new EventHistory(database, json);
        assertOther(history::lastPosition);
        assertOther(() -> history.all(1, 2));
        assertOther(() -> new EventScan(database, json).each(1, 2, event -> {}));
        assertOther(() -> new MovementRefs(database, history, "F1", List.of("V1")));
    }

    @Test
    void whoCannotReachItIsToldLikewise() {
        DataSource away = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("away", "08001");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
        assertOther(() -> new EventHistory(away, new EventJson()).lastPosition());
        assertOther(() -> new EventScan(away, new EventJson()).each(1, 2, event -> {}));
        assertThat(new HouseholdNames(database).of("F1")).isEmpty();
    }

    private static void assertOther(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DatabaseFailedException.class)
                .hasRootCauseInstanceOf(SQLException.class)
                .extracting(failed -> ((DatabaseFailedException) failed).reason())
                .isEqualTo(Reason.OTHER);
    }
}
