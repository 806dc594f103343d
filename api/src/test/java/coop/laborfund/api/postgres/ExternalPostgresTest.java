package coop.laborfund.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that somebody else runs. */
class ExternalPostgresTest {

    @TempDir
    Path folder;

    @Test
    void isUsedAndNotStopped() throws SQLException {
        try (EmbeddedPostgresServer somebodys = EmbeddedPostgresServer.open(folder)) {
            try (PostgresAccess external = PostgresAccess.external(somebodys.target())) {
                assertThat(external.target()).isEqualTo(somebodys.target());
            }
            somebodys.target().connect().close();
        }
    }

    @Test
    void mustAnswer() {
        JdbcTarget nobody = new JdbcTarget("jdbc:postgresql://127.0.0.1:1/laborfund", "u", "p");
        assertThatThrownBy(() -> PostgresAccess.external(nobody))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("无法连接数据库")
                .hasMessageContaining("Cannot reach the database");
    }

    @Test
    void mustNotBeOlderThanFifteen() {
        ExternalPostgres.requireVersion(15, "15.18");
        assertThatThrownBy(() -> ExternalPostgres.requireVersion(14, "14.2"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("14.2");
    }
}
