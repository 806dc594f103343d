package coop.laborfund.api.faults;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the program under load; its embedded PostgreSQL lives on, and the next start joins it. */
@Timeout(1_200)
class KilledProgramTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredIsThereOnce() throws Exception {
        Path data = folder.resolve("data");
        Random random = new Random(Size.SEED);
        try (Server server = Server.embedded(data, folder.resolve("log"));
                Load load = Load.on(List.of(server.door()))) {
            for (int round = 0; round < Size.ROUNDS; round++) {
                load.awaitAnswers(100 + random.nextInt(400));
                server.kill();
                server.startAgain();
            }
            load.awaitAnswers(100);
            load.finish();
            try (PostgresAccess database = PostgresAccess.embedded(data);
                    LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
                load.requireKept(node);
                RightBooks.require(node, database.target());
            }
        }
    }
}
