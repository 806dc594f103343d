package coop.laborfund.api.cli;

import java.io.Serial;

/** Ends a command with a sentence in Chinese and in English and an exit status. */
final class CommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    CommandException(int status, String chinese, String english) {
        super(chinese + "\n" + english);
        this.status = status;
    }

    int status() {
        return status;
    }

    static CommandException fundNotOpen(String fund) {
        return new CommandException(
                ExitStatus.REFUSED,
                "FUND_NOT_OPEN 基金“" + fund + "”尚未设立。用 funds 命令查看有哪些基金。",
                "Fund \"" + fund + "\" is not open. See the command funds for those that are.");
    }
}
