package coop.laborfund.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** One line of a terminal, with a bar in it, that is written over as work goes on. */
final class TerminalLine {

    private static final int WIDTH = 30;
    private static final int PERCENT = 100;
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter err;
    private String label = "";
    private long shown = -1;

    TerminalLine(PrintWriter err) {
        this.err = err;
    }

    /** Whether a person looks at standard error. Java's own console speaks of input and output; of this, only the system knows. */
    static boolean isThere() {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    synchronized void show(String what, long done, long total) {
        long percent = total <= 0 ? 0 : Math.min(PERCENT, done * PERCENT / total);
        if (what.equals(label) && percent == shown) {
            return;
        }
        label = what;
        shown = percent;
        int full = (int) (percent * WIDTH / PERCENT);
        err.print(ERASE + what + " [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percent + "%");
        err.flush();
    }

    /** Takes the line away, for what is said next. */
    synchronized void clear() {
        if (shown >= 0) {
            shown = -1;
            label = "";
            err.print(ERASE);
            err.flush();
        }
    }
}
