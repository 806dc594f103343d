package coop.laborfund.launch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the person told the JVM itself. */
final class JvmOptions {

    /** What two processes cannot both have (an agent's port, a recording's file), or what speaks of archives itself. */
    private static final String[] NOT_TWICE = {
        "-agentlib",
        "-agentpath",
        "-javaagent",
        "-Xrun",
        "jmxremote",
        "FlightRecord",
        "-Xlog",
        "-Xshare",
        "Archive",
        "AOT"
    };

    /** For a process that lives a second: to compile well, or to collect with several threads, costs more than it gives. */
    private static final List<String> SHORT_LIVED =
            Collections.unmodifiableList(Arrays.asList("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

    private static final String[] VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"};

    private JvmOptions() {}

    /**
     * The options before {@code -jar}; those of the environment reach another process by themselves.
     *
     * @return empty where they are not known, or another process must not have the same
     */
    static Optional<List<String>> ofThisProcess() throws IOException {
        Path file = Path.of("/proc/self/cmdline");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), Charset.defaultCharset());
        List<String> line = Arrays.asList(text.split("\0", -1));
        return among(line, environment());
    }

    /** The same for a process that lives a second, unless the person chose a compiler or a collector. */
    static List<String> forShortLife(List<String> options) {
        boolean chosen = Stream.concat(options.stream(), environment())
                .anyMatch(option -> option.contains("GC") || option.contains("Tiered") || option.contains("Xint"));
        return chosen
                ? options
                : Stream.concat(options.stream(), SHORT_LIVED.stream()).collect(Collectors.toList());
    }

    private static Stream<String> environment() {
        return Arrays.stream(VARIABLES).map(System::getenv).filter(value -> value != null);
    }

    /** Those of a command line. */
    static Optional<List<String>> among(List<String> line, Stream<String> environment) {
        int end = line.indexOf("-jar");
        if (end < 1) {
            return Optional.empty();
        }
        List<String> options = line.subList(1, end);
        boolean repeatable = Stream.concat(options.stream(), environment).noneMatch(JvmOptions::isNotForTwo);
        return repeatable ? Optional.of(Collections.unmodifiableList(options)) : Optional.empty();
    }

    private static boolean isNotForTwo(String option) {
        return option.startsWith("@") || Arrays.stream(NOT_TWICE).anyMatch(option::contains);
    }
}
