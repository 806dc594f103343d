package coop.laborfund.api.cli;

import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.FindingsAnswer.FindingItem;
import coop.laborfund.api.asking.InspectionQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.finding.Severity;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "findings", mixinStandardHelpOptions = true)
final class FindingsCommand implements Callable<Integer> {

    /** Positions of a finding's evidence in the table. */
    private static final int SHOWN = 5;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--as-of", paramLabel = "D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Mixin
    private final TableOutput output = new TableOutput();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.check();
        try (Opened<InspectionQuestions> inspection = database.open(InspectionQuestions.class)) {
            Long known =
                    knownAt.position(inspection.requester(), inspection.part().knowing());
            Told<FindingsAnswer> told =
                    fund.open(inspection.part().findings(inspection.requester(), fund.id(), asOf, known));
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    /** The graver first; below, what was not asked. */
    private static void print(PrintWriter out, FindingsAnswer answer) {
        for (Severity severity : Severity.values()) {
            List<FindingItem> those = answer.findings().stream()
                    .filter(finding -> finding.severity().equals(severity.name()))
                    .toList();
            if (!those.isEmpty()) {
                out.println(severity.chinese() + " " + severity.name());
                TextTable table = new TextTable("rule", "since", ">amount", "finding", "positions");
                those.forEach(finding -> table.row(
                        finding.number(), finding.since(), finding.amount(), finding.zh(), positions(finding)));
                table.print(out);
                out.println();
            }
        }
        int asked = FindingsAnswer.asked(answer);
        Words numbers = numbers(answer.noData());
        out.println(
                answer.findings().isEmpty()
                        ? CommandWords.together("findings.none", asked, numbers)
                        : CommandWords.together(
                                "findings.some", asked, answer.findings().size(), numbers));
    }

    private static Words numbers(List<Integer> rules) {
        List<String> texts = rules.stream().map(String::valueOf).toList();
        return CommandWords.of("findings.noData", String.join(", ", texts));
    }

    /** Only some: a table is for looking, JSON and CSV have all. */
    private static String positions(FindingItem finding) {
        List<String> some =
                finding.evidence().stream().limit(SHOWN).map(String::valueOf).toList();
        return String.join(" ", some) + (finding.evidence().size() > SHOWN ? " …" : "");
    }
}
