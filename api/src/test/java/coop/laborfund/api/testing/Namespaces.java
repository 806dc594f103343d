package coop.laborfund.api.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a container is made of: a program of its own view of processes, network or mounts, by {@code unshare}. */
public final class Namespaces {

    private Namespaces() {}

    /** Processes of its own: those outside are not seen, and its first one is number 1. */
    public static List<String> ofProcesses() {
        return unshare("--pid", "--fork", "--kill-child", "--mount-proc");
    }

    /** Processes, shared memory and network of its own, as in a container beside another. */
    public static List<String> ofContainer() {
        return unshare("--pid", "--fork", "--kill-child", "--mount-proc", "--ipc", "--net");
    }

    /** One in which a folder is seen at another path too. */
    public static List<String> withMount(String folder, String at) {
        List<String> line = unshare("--mount");
        line.addAll(List.of("sh", "-c", "mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"", "sh", folder, at));
        return line;
    }

    /** By root, or by anybody where the machine lets anybody be root of a namespace; else skips loudly, and fails where {@code CI=true}. */
    private static List<String> unshare(String... options) {
        for (List<String> privilege : List.of(List.<String>of(), List.of("--user", "--map-root-user"))) {
            List<String> line = new ArrayList<>(List.of("unshare"));
            line.addAll(privilege);
            line.addAll(List.of(options));
            if (works(line)) {
                return line;
            }
        }
        String message = "no namespaces can be made: what another container does is NOT CHECKED here";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        System.err.println("SKIPPED: " + message);
        return Assumptions.abort(message);
    }

    private static boolean works(List<String> line) {
        List<String> probe = new ArrayList<>(line);
        probe.add("true");
        try {
            return new ProcessBuilder(probe)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
