package coop.laborfund.api.cli;

import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.Knowing;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.door.Requester;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --known-at}: a position, or an instant. */
final class KnownAt {

    @Option(names = "--known-at", paramLabel = "P")
    private @Nullable String text;

    @Nullable
    Long position(Opened<BookQuestions> books) {
        return position(books.requester(), books.part().knowing());
    }

    @Nullable
    Long position(Requester requester, Knowing knowing) {
        if (text == null) {
            return null;
        }
        return knowing.position(requester, text)
                .orElseThrow(() -> new CommandException(ExitStatus.UNUSABLE, Words.of("badKnownAt", text)));
    }
}
