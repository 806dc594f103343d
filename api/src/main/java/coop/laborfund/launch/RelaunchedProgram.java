package coop.laborfund.launch;

import java.util.Arrays;

/** The main class of a process that a {@link RelaunchedProcess} stands for. */
public final class RelaunchedProgram {

    private static final int KILLED = 128 + 9;
    private static final int OWN_ARGUMENTS = 2;

    private RelaunchedProgram() {}

    /** @param arguments the process id of who started it, the program's main class, and the program's own arguments */
    public static void main(String[] arguments) throws Throwable {
        Thread watch = new Thread(() -> endWith(Long.parseLong(arguments[0])), "launcher-watch");
        watch.setDaemon(true);
        watch.start();
        MainMethod.run(arguments[1], Arrays.copyOfRange(arguments, OWN_ARGUMENTS, arguments.length));
    }

    /** Who kills the one process means the program: it dies as it would have. */
    private static void endWith(long launcher) {
        ProcessHandle.of(launcher).ifPresent(process -> process.onExit().join());
        Runtime.getRuntime().halt(KILLED);
    }
}
