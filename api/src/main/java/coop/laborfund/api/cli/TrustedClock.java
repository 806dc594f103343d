package coop.laborfund.api.cli;

import coop.laborfund.api.words.Words;
import picocli.CommandLine.Option;

/** Who stands in for a clock that the ledger does not trust. */
final class TrustedClock {

    private static final int LONGEST_NAME = 60;

    @Option(names = "--trust-clock", paramLabel = "NAME", defaultValue = "")
    private String name = "";

    /**
     * The name, empty where nobody does.
     *
     * @throws CommandException for what is no name
     */
    String by() {
        String stripped = name.strip();
        boolean isName = !stripped.isEmpty()
                && stripped.length() <= LONGEST_NAME
                && stripped.chars().noneMatch(Character::isISOControl);
        if (!name.isEmpty() && !isName) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badOperator", LONGEST_NAME));
        }
        return stripped;
    }
}
