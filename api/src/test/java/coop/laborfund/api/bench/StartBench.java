package coop.laborfund.api.bench;

import coop.laborfund.api.postgres.PostgresAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long {@code java -jar laborfund.jar funds} takes, beside a running database and with it to be started; medians of ten, beside
 * the same without the start cache. Skipped where the jar has not been built.
 */
@Timeout(3_600)
class StartBench {

    private static final Path JAR = Path.of("target", "laborfund.jar").toAbsolutePath();
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.starts", 10);
    private static final long CACHE_PATIENCE_MILLIS = 600_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCommandWithAndWithoutTheStartCache() throws Exception {
        Assumptions.assumeTrue(Files.exists(JAR), "run mvn package first: NOT MEASURED");
        Medians medians = new Medians();
        Path data = folder.resolve("data");
        millis("off", data);
        awaitCache(data);
        for (int round = 0; round < ROUNDS; round++) {
            medians.add("to be started, cache", millis(cache(), data));
            medians.add("to be started", millis("off", data));
        }
        try (PostgresAccess running = PostgresAccess.embedded(data)) {
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("running, cache", millis(cache(), data));
                medians.add("running", millis("off", data));
            }
        }
        medians.print();
        BenchReport report = new BenchReport("start");
        report.ratioAtMost(
                "`funds`,数据库已在运行 · with the database running",
                "without the start cache",
                medians.ratio("running, cache", "running"),
                0.6);
        report.ratioAtMost(
                "`funds`,先启动自带数据库 · with the embedded database to be started",
                "without the start cache",
                medians.ratio("to be started, cache", "to be started"),
                0.8);
        report.close();
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }

    private void awaitCache(Path data) throws Exception {
        long deadline = System.currentTimeMillis() + CACHE_PATIENCE_MILLIS;
        millis(cache(), data);
        while (!isMade()) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("no start cache");
            }
            Thread.sleep(500);
        }
    }

    private boolean isMade() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(cache()))) {
            return entries.anyMatch(entry -> Files.exists(entry.resolve("complete")));
        }
    }

    private static long millis(String cache, Path data) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-jar", JAR.toString(), "funds", "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LABORFUND_START_CACHE", cache);
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        long took = (System.nanoTime() - start) / 1_000_000;
        if (status != 0) {
            throw new AssertionError("funds ended with " + status);
        }
        return took;
    }
}
