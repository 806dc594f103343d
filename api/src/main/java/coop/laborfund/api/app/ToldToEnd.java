package coop.laborfund.api.app;

import coop.laborfund.api.backup.BackupException;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.words.Words;
import java.io.IOException;

/** While a database is being filled: a process that is told to end (SIGTERM, Ctrl-C) stops it first, and leaves no server behind. */
final class ToldToEnd implements AutoCloseable {

    private final Thread hook;
    private volatile boolean told;

    /** Work that may be cut short. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private ToldToEnd(PostgresAccess database) {
        hook = new Thread(
                () -> {
                    told = true;
                    database.close();
                },
                "stop-restore");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static ToldToEnd closes(PostgresAccess database) {
        return new ToldToEnd(database);
    }

    /** @throws BackupException where the work failed because the process was told to end */
    <T> T unlessTold(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (IOException | RuntimeException failed) {
            if (told) {
                throw new BackupException(Words.of("restoreEnded"), failed);
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        if (!told) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
