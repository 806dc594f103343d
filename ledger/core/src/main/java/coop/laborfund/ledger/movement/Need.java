package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Word;
import java.util.List;

/** When a column of a type is asked for. */
public sealed interface Need {

    /** What a column that may name everyone holds instead of an id. */
    String EVERYONE = "*";

    /** The column may not be empty. */
    record Always() implements Need {}

    /** The column may be empty. */
    record Optionally() implements Need {}

    /**
     * The column is asked for where another one has one of these words, and is passed over elsewhere.
     *
     * @param column the column that decides, read before this one
     */
    record When(Column column, List<Word> words) implements Need {}

    /**
     * Either this column or the other, and not both.
     *
     * @param other it has the same need of this one
     */
    record Either(Column other) implements Need {}

    /**
     * The column may be empty, and must be where another one says {@link #EVERYONE}.
     *
     * @param column the column that may name everyone
     */
    record UnlessEveryone(Column column) implements Need {}
}
