package coop.laborfund.api.cli;

import coop.laborfund.api.answer.HeadAnswer;
import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.proof.KeyStatus;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "heads", mixinStandardHelpOptions = true)
final class HeadsCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--public-key")
    private boolean publicKey;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (publicKey) {
            try (Opened<LedgerIdentity> identity = database.open(LedgerIdentity.class)) {
                out.print(identity.part()
                        .published()
                        .map(KeyStatus::pem)
                        .orElseGet(() -> identity.part().signing().verifying().pem()));
            }
        } else {
            try (Opened<HistoryQuestions> history = database.open(HistoryQuestions.class)) {
                print(out, history.part().heads(history.requester()));
            }
        }
        return ExitStatus.DONE;
    }

    private void print(PrintWriter out, List<Head> heads) {
        if (json) {
            JsonOutput.print(out, heads.stream().map(HeadAnswer::of).toList());
            return;
        }
        TextTable table = new TextTable("fund", ">events", ">position", "code", "hash", "recordedAt");
        heads.forEach(head -> table.row(
                head.fund(),
                head.events(),
                head.position(),
                head.code(),
                head.hash(),
                EventChain.instant(head.recordedAt())));
        table.print(out);
    }
}
