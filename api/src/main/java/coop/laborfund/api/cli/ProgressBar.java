package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportProgress;
import java.io.PrintWriter;

/** Shows on a terminal how far an import is; where there is no terminal, nothing. */
final class ProgressBar implements ImportProgress {

    /** Columns of a name: the line must fit into 80, as only the last line of a wrapped one can be written over. */
    private static final int NAME_WIDTH = 26;

    private static final int FIRST_WIDE = 0x1100;

    private final TerminalLine line;

    ProgressBar(PrintWriter err) {
        line = new TerminalLine(err);
    }

    /** One for standard error, if a person looks at it there. */
    static ImportProgress onTerminal(PrintWriter err) {
        return TerminalLine.isThere() ? new ProgressBar(err) : NONE;
    }

    @Override
    public void at(Stage now, String name, long done, long total) {
        if (now == Stage.RECORDING && done >= total) {
            line.clear();
        } else {
            line.show(words(now) + " " + shortened(name), done, total);
        }
    }

    /** Takes the line away, for what is said next. */
    static void clear(ImportProgress progress) {
        if (progress instanceof ProgressBar bar) {
            bar.line.clear();
        }
    }

    /** The beginning of a name, without what would move the cursor. */
    private static String shortened(String name) {
        StringBuilder shown = new StringBuilder();
        int width = 0;
        for (int point : name.codePoints().toArray()) {
            width += point < FIRST_WIDE ? 1 : 2;
            if (width >= NAME_WIDTH) {
                return shown.append('…').toString();
            }
            shown.appendCodePoint(Character.isISOControl(point) ? '?' : point);
        }
        return shown.toString();
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case READING -> CommandWords.together("import.reading");
            case CHECKING -> CommandWords.together("import.checking");
            case RECORDING -> CommandWords.together("import.recording");
        };
    }
}
