package coop.laborfund.api.cli;

import coop.laborfund.api.answer.WhatIfAnswer;
import coop.laborfund.api.asking.OutlookQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.movement.PolicyText;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "what-if", mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--policy", required = true, paramLabel = "KEY=VALUE;…")
    private String policy = "";

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
        PolicyText supposed = PolicyText.read(policy);
        supposed.fault().ifPresent(fault -> {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badPolicy", fault));
        });
        try (Opened<OutlookQuestions> outlook = database.open(OutlookQuestions.class)) {
            Long known = knownAt.position(outlook.requester(), outlook.part().knowing());
            Told<WhatIfAnswer> told =
                    fund.open(outlook.part().whatIf(outlook.requester(), fund.id(), supposed.values(), asOf, known));
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, WhatIfAnswer answer) {
        String policy =
                answer.policy().entrySet().stream().map(Object::toString).collect(Collectors.joining("; "));
        out.println(CommandWords.together("whatIf.computed", answer.asOf(), policy));
        out.println(CommandWords.together(
                "whatIf.counts",
                answer.verdicts().size(),
                answer.refusals().size(),
                answer.floors().size()));
        if (!answer.verdicts().isEmpty()) {
            printVerdicts(out, answer);
        }
        answer.refusals().forEach(each -> {
            String movement = each.date() + " " + each.ref() + " ";
            out.println(movement + each.message());
            out.println(movement + each.messageEn());
        });
        if (!answer.floors().isEmpty()) {
            printFloors(out, answer);
        }
    }

    private static void printVerdicts(PrintWriter out, WhatIfAnswer answer) {
        TextTable verdicts = new TextTable(
                "year", "guarantee", "subject", "actual", "supposed", ">actualShortfall", ">supposedShortfall");
        answer.verdicts()
                .forEach(each -> verdicts.row(
                        each.year(),
                        each.guarantee(),
                        each.subject(),
                        each.actual(),
                        each.supposed(),
                        each.actualShortfall(),
                        each.supposedShortfall()));
        verdicts.print(out);
    }

    private static void printFloors(PrintWriter out, WhatIfAnswer answer) {
        TextTable floors = new TextTable("year", "household", ">actual", ">supposed", ">declared");
        answer.floors()
                .forEach(each ->
                        floors.row(each.year(), each.household(), each.actual(), each.supposed(), each.declared()));
        floors.print(out);
    }
}
