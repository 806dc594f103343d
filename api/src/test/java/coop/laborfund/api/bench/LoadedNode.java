package coop.laborfund.api.bench;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.node.Authors;
import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Path;
import java.util.List;

/** A ledger with as many events as are asked for, over a hundred funds. */
record LoadedNode(LedgerNode node, JdbcTarget target) implements AutoCloseable {

    private static final int FUNDS = 100;

    static LoadedNode with(int events) throws Exception {
        Path path = Path.of("target", "bench-" + events + ".csv");
        LargeFile.write(path, FUNDS, events);
        PostgresAccess database = Databases.create();
        LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
        try (MovementsFile file = MovementsFile.read(path)) {
            ImportResult result =
                    new Importer(node.ledger(), Authors.of("bench")).run(List.of(file), ImportMode.ALL_OR_NONE);
            if (!result.isComplete()) {
                throw new IllegalStateException("the file is refused: " + result.refused());
            }
        }
        return new LoadedNode(node, database.target());
    }

    @Override
    public void close() {
        node.close();
    }
}
