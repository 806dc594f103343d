package coop.laborfund.api.cli;

import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.io.Serial;

/** Ends a command with a sentence in Chinese and in English and an exit status. */
final class CommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    CommandException(int status, Words words) {
        super(words.lines());
        this.status = status;
    }

    int status() {
        return status;
    }

    static CommandException fundNotOpen(String fund) {
        Words words = Words.of("fundNotOpen", fund).and(Words.of("fundNotOpen.hint"));
        return new CommandException(
                ExitStatus.REFUSED,
                new Words(RefusalCode.FUND_NOT_OPEN.name() + " " + words.chinese(), words.english()));
    }
}
