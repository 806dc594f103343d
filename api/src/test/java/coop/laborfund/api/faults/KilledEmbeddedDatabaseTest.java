package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.OwnPostgres;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the embedded PostgreSQL under the program, which has it started again. */
@Timeout(600)
class KilledEmbeddedDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void theProgramStartsItAgain() throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Server.embedded(data, folder.resolve("log"));
                Load load = Load.on(List.of(server.door()))) {
            for (int round = 0; round < Size.ROUNDS; round++) {
                load.awaitAnswers(200);
                OwnPostgres.kill(data);
            }
            load.awaitAnswers(100);
            load.finish();
            assertThat(server.log()).contains("已恢复", "is there again");
            try (PostgresAccess database = PostgresAccess.embedded(data);
                    LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
                load.requireKept(node);
                RightBooks.require(node, database.target());
            }
        }
    }
}
