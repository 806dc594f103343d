package coop.laborfund.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, which has this one's input and output and ends with it, and this one with it. */
final class RelaunchedProcess {

    private final Process process;

    private RelaunchedProcess(Process process) {
        this.process = process;
    }

    static RelaunchedProcess start(StartCache cache, List<String> options, String[] arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(cache.jar().isShort(arguments[0]) ? JvmOptions.forShortLife(options) : options);
        line.addAll(cache.runs(RelaunchedProgram.class));
        line.add(String.valueOf(ProcessHandle.current().pid()));
        line.add(cache.jar().startClass());
        line.addAll(List.of(arguments));
        RelaunchedProcess started =
                new RelaunchedProcess(new ProcessBuilder(line).inheritIO().start());
        Runtime.getRuntime().addShutdownHook(new Thread(started::end, "relaunched-end"));
        return started;
    }

    /** Its exit status; where a signal ended it, 128 and the signal's number. */
    int waitFor() {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException again) {
                // Nobody interrupts this thread, and there is nothing else for it to do.
            }
        }
    }

    /** Whatever this process was told by a signal, the other is told to end, and waited for while it ends orderly. */
    private void end() {
        if (process.isAlive()) {
            process.destroy();
            waitFor();
        }
    }
}
