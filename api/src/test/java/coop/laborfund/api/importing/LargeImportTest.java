package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.OwnJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file far larger than the heap is imported by the real program. The profile bench takes 2,000,000 rows and 512 MB. */
class LargeImportTest {

    private static final int ROWS = Integer.getInteger("laborfund.large.rows", 200_000);
    private static final int HEAP_MB = Integer.getInteger("laborfund.large.heap", 160);
    private static final int ROWS_OF_A_FUND = 20_000;
    private static final Pattern USED = Pattern.compile("([0-9]+)M->[0-9]+M\\(");
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+([0-9]+) kB");

    @TempDir
    private Path folder;

    @Test
    void aLargeFileFitsIntoASmallHeap() throws Exception {
        Path file = folder.resolve("large.csv");
        LargeFile.write(file, ROWS / ROWS_OF_A_FUND, ROWS);
        Path collections = folder.resolve("gc.log");
        long start = System.nanoTime();

        Process program = OwnJvm.start(
                List.of("-Xmx" + HEAP_MB + "m", "-Xlog:gc:file=" + collections),
                "import",
                file.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--json");
        long resident = watch(program);
        String result = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isZero();
        assertThat(result).contains("\"recorded\" : " + ROWS + ",");
        System.out.printf(
                "%d rows (%d MB) with -Xmx%dm: %d s, heap at most %d MB, resident at most %d MB%n",
                ROWS,
                Files.size(file) >> 20,
                HEAP_MB,
                (System.nanoTime() - start) / 1_000_000_000,
                largest(USED, Files.readString(collections)),
                resident >> 10);
    }

    /** The most memory it has had, in kB; the result is small enough to wait in the pipe. */
    private static long watch(Process program) throws InterruptedException {
        long most = 0;
        while (program.isAlive()) {
            try {
                most = Math.max(
                        most, largest(RESIDENT, Files.readString(Path.of("/proc/" + program.pid() + "/status"))));
            } catch (IOException ended) {
                return most;
            }
            Thread.sleep(200);
        }
        return most;
    }

    private static long largest(Pattern pattern, String text) {
        try (Stream<String> numbers = pattern.matcher(text).results().map(match -> match.group(1))) {
            return numbers.mapToLong(Long::parseLong).max().orElse(0);
        }
    }
}
