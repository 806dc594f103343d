package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportProgress;
import java.io.PrintWriter;

/** Shows on a terminal how far an import is; where there is no terminal, nothing. */
final class ProgressBar implements ImportProgress {

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
            line.show(words(now) + " " + name, done, total);
        }
    }

    /** Takes the line away, for what is said next. */
    static void clear(ImportProgress progress) {
        if (progress instanceof ProgressBar bar) {
            bar.line.clear();
        }
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case READING -> "读取 reading";
            case CHECKING -> "检查 checking";
            case RECORDING -> "记录 recording";
        };
    }
}
