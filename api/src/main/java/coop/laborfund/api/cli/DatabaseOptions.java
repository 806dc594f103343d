package coop.laborfund.api.cli;

import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.api.backup.RestoreFolder;
import coop.laborfund.api.importing.Workspace;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which database a command works on: the embedded one of a data directory, or an external one by its URL. */
final class DatabaseOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${env:LABORFUND_DATA:-laborfund-data}")
    private Path data = Path.of("laborfund-data");

    @Option(names = "--url", paramLabel = "JDBC-URL", defaultValue = "${env:LABORFUND_URL}")
    private @Nullable String url;

    @Option(names = "--user", defaultValue = "${env:LABORFUND_USER:-postgres}")
    private String user = "postgres";

    private @Nullable OrderlyEnd end;

    /** Not an option: command lines can be read by everybody on the machine. */
    private static final String PASSWORD = "LABORFUND_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The ledger, and the part of it that a command is about. */
    <T> Opened<T> open(Class<T> part) {
        OpenLedger ledger = open();
        try {
            return new Opened<>(ledger.part(part), new Requesters("cli").next(), ledger);
        } catch (RuntimeException failed) {
            ledger.close();
            throw failed;
        }
    }

    private OpenLedger open() {
        OrderlyEnd orderly = new OrderlyEnd(spec.commandLine().getErr());
        OpenLedger ledger = OpenLedger.open(access(), data, Clock.systemUTC(), orderly);
        orderly.guard(ledger);
        end = orderly;
        return ledger;
    }

    /** What closes the ledger if the process is told to end; after {@link #open}. */
    OrderlyEnd end() {
        return Objects.requireNonNull(end);
    }

    /** Deletes what imports that were killed have left. */
    void sweep() {
        Workspace.sweep(data);
    }

    /** For what does not fit into memory; made when it is needed, also beside an external database. */
    Workspace workspace() {
        return Workspace.under(data);
    }

    private PostgresAccess access() {
        if (url == null || url.isBlank()) {
            if (RestoreFolder.isUnfinished(data)) {
                throw new CommandException(ExitStatus.REFUSED, Words.of("restoreUnfinished", data));
            }
            return PostgresAccess.embedded(data);
        }
        String password = System.getenv(PASSWORD);
        return PostgresAccess.external(new JdbcTarget(url, user, password == null ? "" : password));
    }
}
