package coop.laborfund.api.cli;

import coop.laborfund.api.answer.HeadAnswer;
import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.proof.Seals;
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

@Command(
        name = "heads",
        description = "各基金的链头,可以公布 · each fund's head of the chain, to publish",
        mixinStandardHelpOptions = true)
final class HeadsCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json", description = "以 JSON 输出 · as JSON")
    private boolean json;

    @Option(names = "--public-key", description = "只输出签名公钥 · the key that packs are signed with, alone")
    private boolean publicKey;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (publicKey) {
            try (Opened<Seals> seals = database.open(Seals.class)) {
                out.print(seals.part().key().verifying().pem());
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
        TextTable table =
                new TextTable("基金 fund", ">事件 events", ">位置 position", "短码 code", "哈希 hash", "记录时间 recorded at");
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
