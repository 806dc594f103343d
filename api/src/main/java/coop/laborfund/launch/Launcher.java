package coop.laborfund.launch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The jar's main class. Nothing that goes wrong with the cache is ever said, nor keeps the program from running. */
public final class Launcher {

    private static final int OLDEST_JAVA = 21;
    private static final int UNUSABLE = 2;

    private Launcher() {}

    public static void main(String[] arguments) throws Throwable {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            System.err.println("本程序需要 Java 21 或更新版本,现在的是 " + Runtime.version().feature() + "。请安装,或用它的 bin/java 运行。");
            System.err.println("This program needs Java 21 or newer; this is Java "
                    + Runtime.version().feature() + ". Install one, or run it with that one's bin/java.");
            System.exit(UNUSABLE);
        }
        ProgramJar jar;
        try {
            jar = ProgramJar.running();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the program's own jar cannot be read", unreadable);
        }
        Optional<RelaunchedProcess> process = fromCache(jar, arguments);
        if (process.isPresent()) {
            System.exit(process.get().waitFor());
        }
        MainMethod.run(jar.inPlaceClass(), arguments);
    }

    /** The program started from the cache; empty where that cannot be, or where it is to run here. */
    private static Optional<RelaunchedProcess> fromCache(ProgramJar jar, String[] arguments) {
        if (arguments.length == 0 || jar.runsInPlace(arguments[0])) {
            return Optional.empty();
        }
        try {
            Optional<List<String>> options = JvmOptions.ofThisProcess();
            Optional<StartCache> cache = options.isEmpty() ? Optional.empty() : StartCache.of(jar);
            if (cache.isEmpty()) {
                return Optional.empty();
            }
            if (cache.get().isComplete()) {
                return Optional.of(RelaunchedProcess.start(cache.get(), options.get(), arguments));
            }
            CacheBuilder.startUnlessFailed(cache.get());
        } catch (IOException | RuntimeException withoutCache) {
            // As it would without a cache; the person asked for something else.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
