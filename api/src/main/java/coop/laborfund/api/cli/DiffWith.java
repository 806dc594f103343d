package coop.laborfund.api.cli;

import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.door.ComparedWith;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option {@code --diff D}, {@code --diff @P} or {@code --diff D@P}: the state of the books that those asked for are
 * compared with. What it leaves out is as in those.
 */
final class DiffWith {

    @Option(names = "--diff", paramLabel = "[D][@P]")
    private @Nullable String text;

    boolean isAsked() {
        return text != null;
    }

    /** The state compared with; only where one {@link #isAsked}. */
    ComparedWith with(@Nullable LocalDate asOf, @Nullable Long knownAt, Opened<BookQuestions> books) {
        return books.part()
                .knowing()
                .comparedWith(books.requester(), Objects.requireNonNull(text), asOf, knownAt)
                .orElseThrow(this::unreadable);
    }

    private CommandException unreadable() {
        return new CommandException(ExitStatus.UNUSABLE, Words.of("badDiff", text));
    }
}
