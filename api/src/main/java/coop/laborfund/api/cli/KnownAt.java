package coop.laborfund.api.cli;

import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --known-at}: a position, or an instant. */
final class KnownAt {

    @Option(names = "--known-at", paramLabel = "P")
    private @Nullable String text;

    @Nullable
    Long position(Opened<BookQuestions> books) {
        if (text == null) {
            return null;
        }
        return books.part()
                .knowing()
                .position(books.requester(), text)
                .orElseThrow(() -> new CommandException(ExitStatus.UNUSABLE, Words.of("badKnownAt", text)));
    }
}
