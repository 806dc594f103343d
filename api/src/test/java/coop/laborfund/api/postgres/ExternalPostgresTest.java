package coop.laborfund.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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

    @Test
    void saysNoPasswordThatStandsInItsUrl() {
        for (String url : List.of(
                "jdbc:postgresql://127.0.0.1:1/laborfund?password=geheim%21&sslpassword=geheim%21",
                "jdbc:postgresql://127.0.0.1:1/laborfund?sslpassword=geheim%21&password=geheim%21",
                "jdbc:postgresql://127.0.0.1:x/laborfund?password=geheim%21",
                "postgresql://u:geheim%21@127.0.0.1/laborfund?a=b&password=geheim%21")) {
            JdbcTarget target = new JdbcTarget(url, "u", "");
            StringWriter all = new StringWriter();
            assertThatThrownBy(() -> PostgresAccess.external(target))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .satisfies(e -> e.printStackTrace(new PrintWriter(all)));
            assertThat(all + target.toString()).doesNotContain("geheim").contains("u", "127.0.0.1");
        }
    }

    @Test
    void logsInByThePasswordOfItsUrl() throws SQLException {
        try (EmbeddedPostgresServer somebodys = EmbeddedPostgresServer.open(folder)) {
            JdbcTarget right = somebodys.target();
            String url = right.url() + "?password=" + right.password() + "&ApplicationName=test";
            JdbcTarget target = new JdbcTarget(url, right.user(), "wrong");
            assertThat(target.url()).isEqualTo(right.url() + "?ApplicationName=test");
            target.connect().close();
        }
    }

    @Test
    void saysThatThePasswordOfItsUrlIsNotEncoded() {
        for (String password : List.of("50%offgeheim", "geheim%", "geheim%2")) {
            assertThatThrownBy(() -> new JdbcTarget("jdbc:postgresql://h/d?password=" + password, "u", ""))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasNoCause()
                    .hasMessageContainingAll("百分号", "%25", "not URL-encoded")
                    .hasMessageNotContainingAny("geheim", "50%", "%of");
        }
    }

    /** Of several the last one counts, as for the driver. */
    @Test
    void keepsNoPasswordInItsUrl() {
        JdbcTarget target = new JdbcTarget("jdbc:postgresql://h/d?password=a&password=b%21&x=y&password=c%21", "u", "");
        assertThat(target.url()).isEqualTo("jdbc:postgresql://h/d?x=y");
        assertThat(target.password()).isEqualTo("c!");
    }
}
