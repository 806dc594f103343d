package coop.laborfund.api.cli;

import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.recording.SampleCooperative;
import coop.laborfund.api.web.server.CannotListenException;
import coop.laborfund.api.web.server.WebServer;
import coop.laborfund.api.words.LedgerWords;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.door.ClockWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int LARGEST_PORT = 65_535;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--demo")
    private boolean demo;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N")
    private int port = 8080;

    @Option(names = "--bind", defaultValue = "127.0.0.1", paramLabel = "ADDRESS")
    private String address = "127.0.0.1";

    @Mixin
    private final TrustedClock clock = new TrustedClock();

    @Option(names = "--log-format", defaultValue = "${env:LABORFUND_LOG_FORMAT:-text}", paramLabel = "text|json")
    private LogFormat logFormat = LogFormat.TEXT;

    /** How the server's log is written; a line is a JSON object, or a text with its figures at the end. */
    enum LogFormat {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws UnreadableFileException, IOException, InterruptedException {
        requireLoopback();
        requirePort();
        Requesters requesters = new Requesters("http", clock.by());
        // Read by logback.xml; before anything has logged.
        System.setProperty("LABORFUND_LOG_FORMAT", logFormat == LogFormat.JSON ? "json" : "text");
        System.setProperty("LABORFUND_LOG_LEVEL", "INFO");
        database.sweep();
        try (Opened<Seals> opened = database.open(Seals.class);
                WebServer server = start(opened, requesters)) {
            database.end().closes(server);
            sayClockTrouble(opened.ledger());
            String page = "http://" + address + ":" + server.port() + "/";
            spec.commandLine()
                    .getErr()
                    .println(CommandWords.of("serve.running", page).lines());
            // Until the process is told to end; then OrderlyEnd closes the web application, and the ledger after it.
            new CountDownLatch(1).await();
            return ExitStatus.DONE;
        }
    }

    private void sayClockTrouble(OpenLedger ledger) {
        ledger.part(ClockWatch.class)
                .trouble()
                .ifPresent(trouble -> spec.commandLine()
                        .getErr()
                        .println(LedgerWords.of(trouble).lines()));
    }

    private WebServer start(Opened<Seals> opened, Requesters requesters) throws UnreadableFileException, IOException {
        // A server signs. One that has another key than the ledger's, or a damaged one, says so in its own words and
        // ends.
        opened.part().key();
        OpenLedger ledger = opened.ledger();
        if (demo) {
            ledger.part(SampleCooperative.class).loadIntoEmpty(new Requesters("demo").next());
        }
        try {
            return WebServer.start(ledger, requesters, address, port);
        } catch (CannotListenException taken) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("cannotListen", address, port));
        }
    }

    private void requirePort() {
        if (port < 0 || port > LARGEST_PORT) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badPort", port));
        }
    }

    /** There is no sign-in yet, so nobody beyond this machine may come in. */
    private void requireLoopback() {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            // Refused below like any other address that is not this machine's own.
        }
        throw new CommandException(ExitStatus.UNUSABLE, Words.of("notLoopback", address));
    }
}
