package coop.laborfund.api.importing;

import java.util.List;

/** Takes the rows of a file one after another, as they are read. */
interface CellSink {

    /**
     * One row, blank ones too where the file has them.
     *
     * @param number counted in the file, from 1, increasing
     * @param cells by column, untrimmed
     */
    void row(int number, List<String> cells) throws UnreadableFileException;

    /** Whether a column holds months, so that a date in it is written as its month. */
    boolean isMonth(int column);
}
