package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.api.testing.OwnJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of many more events than memory has room for is checked by the real program; the full size by {@code -Pbench}. */
class LargeVerifyTest {

    private static final int EVENTS = Integer.getInteger("laborfund.verify.events", 100_000);
    private static final int HEAP_MB = Integer.getInteger("laborfund.verify.heap", 64);

    @TempDir
    private Path folder;

    @Test
    void aLargePackIsCheckedInASmallHeap() throws Exception {
        Path pack = folder.resolve("pack.zip");
        try (LoadedNode loaded = LoadedNode.with(1, EVENTS)) {
            assertThat(loaded.node()
                            .packs(loaded.node().identity(folder.resolve("key")))
                            .write("F00000", pack))
                    .isTrue();
        }
        long start = System.nanoTime();

        Process program = OwnJvm.start(List.of("-Xmx" + HEAP_MB + "m"), "verify", pack.toString());
        String report = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(report).isZero();
        assertThat(report).contains(EVENTS + " events of fund F00000");
        System.out.printf(
                "%d events (pack of %d MB) with -Xmx%dm: %d s%n",
                EVENTS, Files.size(pack) >> 20, HEAP_MB, (System.nanoTime() - start) / 1_000_000_000);
    }
}
