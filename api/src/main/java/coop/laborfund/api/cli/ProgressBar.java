package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far an import is, in one line that is written over; where there is no terminal, nothing. */
final class ProgressBar implements ImportProgress {

    private static final int WIDTH = 30;
    private static final int PERCENT = 100;

    /** Columns of a name: the line must fit into 80, as only the last line of a wrapped one can be written over. */
    private static final int NAME_WIDTH = 26;

    private static final int FIRST_WIDE = 0x1100;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private @Nullable Stage stage;
    private String file = "";
    private long shown = -1;

    ProgressBar(PrintWriter err) {
        this.err = err;
    }

    /** One for standard error, if a person looks at it there. */
    static ImportProgress onTerminal(PrintWriter err) {
        return isTerminal() ? new ProgressBar(err) : NONE;
    }

    /** Java's own console speaks of standard input and output; of standard error, only the system knows. */
    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    @Override
    public void at(Stage now, String name, long done, long total) {
        long percent = total <= 0 ? 0 : Math.min(PERCENT, done * PERCENT / total);
        if (now == stage && name.equals(file) && percent == shown) {
            return;
        }
        stage = now;
        file = name;
        shown = percent;
        int full = (int) (percent * WIDTH / PERCENT);
        boolean finished = now == Stage.RECORDING && done >= total;
        err.print(
                finished
                        ? ERASE
                        : ERASE + words(now) + " " + shortened(name) + " [" + "#".repeat(full)
                                + "-".repeat(WIDTH - full) + "] " + percent + "%");
        err.flush();
    }

    /** Takes the line away, for what is said next. */
    static void clear(ImportProgress progress) {
        if (progress instanceof ProgressBar bar && bar.shown >= 0) {
            bar.err.print(ERASE);
            bar.err.flush();
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
            case READING -> "读取 reading";
            case CHECKING -> "检查 checking";
            case RECORDING -> "记录 recording";
        };
    }
}
