package coop.laborfund.api.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --fund} of what reads one fund. */
final class FundOption {

    @Option(names = "--fund", required = true, paramLabel = "F")
    private String id = "";

    String id() {
        return id;
    }

    /** What was asked of the fund; it is there unless the fund is not open. */
    <T> T open(Optional<T> answer) {
        return answer.orElseThrow(() -> CommandException.fundNotOpen(id));
    }
}
