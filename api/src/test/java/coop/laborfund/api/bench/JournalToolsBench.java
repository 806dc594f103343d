package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.api.testing.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long others' programs for plain-text accounting take for the balances of the exported journal, and how much memory, beside a
 * full replay of the same events. What is not installed is left out.
 */
class JournalToolsBench {

    private static final int EVENTS = Integer.getInteger("laborfund.bench.events", 100_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final String FUND = "F00000";
    private static final Path JOURNAL = Path.of("target", "bench.journal");
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+([0-9]+) kB");

    @Test
    void othersOnTheExportedJournal() throws Exception {
        try (LoadedNode loaded = LoadedNode.with(1, EVENTS)) {
            export(loaded);
            BenchReport report = new BenchReport("journal-tools");
            for (String tool : List.of("hledger", "ledger")) {
                if (Programs.isInstalled(tool)) {
                    measure(loaded, tool, report);
                }
            }
            report.close();
        }
    }

    private static void measure(LoadedNode loaded, String tool, BenchReport report) throws Exception {
        Medians medians = new Medians();
        for (int round = 0; round < ROUNDS; round++) {
            medians.add("replay ms", Figures.millis(Figures.timed(() -> ReplayBench.replay(loaded, EVENTS))));
            medians.add(tool + " ms", Figures.millis(Figures.timed(() -> {
                medians.add(tool + " kB", balances(tool));
                return null;
            })));
        }
        medians.print();
        report.ratio(
                "%s 由导出的日记账算余额 · balances of the exported journal, %,d 条事件 events, 内存 memory %.0f MB"
                        .formatted(tool, EVENTS, medians.of(tool + " kB") / 1024),
                "full replay to balances",
                medians.ratio("replay ms", tool + " ms"));
    }

    private static void export(LoadedNode loaded) throws IOException {
        try (PrintWriter out = new PrintWriter(JOURNAL.toFile(), StandardCharsets.UTF_8)) {
            Exports.journal(FUND, loaded.node().history().ofFund(FUND, 1, Long.MAX_VALUE), null, null)
                    .text(ExportFormat.HLEDGER)
                    .accept(out);
        }
    }

    /** The most memory that the program had, in kB. */
    private static double balances(String tool) throws Exception {
        Process process = new ProcessBuilder(tool, "-f", JOURNAL.toString(), "balance")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double most = 0;
        while (process.isAlive()) {
            most = Math.max(most, resident(process));
            Thread.sleep(5);
        }
        assertThat(process.exitValue()).isZero();
        return most;
    }

    private static double resident(Process process) {
        try {
            Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return found.find() ? Double.parseDouble(found.group(1)) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
