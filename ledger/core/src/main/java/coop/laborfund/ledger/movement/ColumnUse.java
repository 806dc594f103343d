package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Word;
import java.util.List;
import java.util.Optional;

/**
 * What one type does with one column.
 *
 * @param chinese what the column holds here, as a person would call it: 公司 where the column is 对象
 * @param english likewise
 * @param form how the cell is read
 * @param need when it is asked for
 * @param words the words that it may hold, in the order of their vocabulary; empty where it holds no word
 * @param missing the word that stands for an empty cell
 * @param fate where what stands in it is kept
 */
public record ColumnUse(
        Column column,
        String chinese,
        String english,
        CellForm form,
        Need need,
        List<Word> words,
        Optional<Word> missing,
        Fate fate) {

    /** Where a cell's value is kept. */
    public enum Fate {
        /** In the history, and in the content by which a repeated ref is told from a reused one. */
        HISTORY,
        /** In the register beside the history, where it can be erased; never in a command, an event or a digest. */
        REGISTER
    }

    public ColumnUse {
        words = List.copyOf(words);
    }

    static ColumnUse needed(Column column, String chinese, String english, CellForm form) {
        return new ColumnUse(
                column, chinese, english, form, new Need.Always(), List.of(), Optional.empty(), Fate.HISTORY);
    }

    /** Whether an empty cell is refused, whatever stands in the others. */
    public boolean isAlwaysNeeded() {
        return need instanceof Need.Always;
    }

    ColumnUse with(Need other) {
        return new ColumnUse(column, chinese, english, form, other, words, missing, fate);
    }

    ColumnUse with(List<? extends Word> vocabulary) {
        return new ColumnUse(column, chinese, english, form, need, List.copyOf(vocabulary), missing, fate);
    }

    ColumnUse assuming(Word word) {
        return new ColumnUse(column, chinese, english, form, new Need.Optionally(), words, Optional.of(word), fate);
    }

    ColumnUse inRegister() {
        return new ColumnUse(column, chinese, english, form, new Need.Optionally(), words, missing, Fate.REGISTER);
    }
}
