package coop.laborfund.api.cli;

import coop.laborfund.api.proof.KeyStatus;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "key", mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 200;

    /** What is done with the key. */
    enum Deed {
        SHOW,
        ROTATE,
        DECLARE
    }

    @Parameters(paramLabel = "show|rotate|declare", descriptionKey = "deed")
    private Deed deed = Deed.SHOW;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String why = reason.strip();
        boolean isBad = why.length() > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl);
        if (isBad || (deed == Deed.DECLARE && why.isEmpty())) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badReason", LONGEST_REASON));
        }
        try (Opened<Seals> seals = database.open(Seals.class)) {
            LedgerIdentity identity = seals.ledger().part(LedgerIdentity.class);
            switch (deed) {
                case SHOW -> show(identity);
                case ROTATE -> {
                    // What there is so far is the old key's.
                    seals.part().seal();
                    print(identity.rotate(why));
                    say(CommandWords.of("key.rotated"));
                }
                case DECLARE -> {
                    print(identity.declare(why));
                    say(CommandWords.of("key.declared"));
                }
            }
            return ExitStatus.DONE;
        }
    }

    private void show(LedgerIdentity identity) {
        Optional<KeyStatus> key = identity.published();
        if (key.isEmpty()) {
            say(CommandWords.of("key.none"));
            return;
        }
        print(key.get());
        say(identity.isHere() ? CommandWords.of("key.here") : CommandWords.of("key.elsewhere"));
    }

    private void print(KeyStatus key) {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable(">number", "code", "fingerprint", "since");
        table.row(key.number(), key.code(), key.fingerprint(), key.since());
        table.print(out);
        out.flush();
    }

    private void say(Words said) {
        spec.commandLine().getErr().println(said.lines());
    }
}
