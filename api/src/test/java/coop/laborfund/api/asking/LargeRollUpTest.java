package coop.laborfund.api.asking;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.api.testing.OwnJvm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many more events than memory has room for are added up by the real program; the full size by {@code -Pbench}. */
class LargeRollUpTest {

    private static final int FUNDS = Integer.getInteger("laborfund.rollup.funds", 100);
    private static final int EVENTS = Integer.getInteger("laborfund.rollup.events", 100_000);
    private static final int COPIES = Integer.getInteger("laborfund.rollup.copies", 2);
    private static final int HEAP_MB = Integer.getInteger("laborfund.rollup.heap", 64);
    private static final int ALLOWED_SECONDS = Integer.getInteger("laborfund.rollup.seconds", 60);

    @Test
    void manyEventsAreAddedUpInASmallHeap() throws Exception {
        try (LoadedNode loaded = LoadedNode.copied(FUNDS / COPIES, EVENTS / COPIES, COPIES)) {
            long start = System.nanoTime();

            Process program =
                    OwnJvm.startOn(loaded.target(), List.of("-Xmx" + HEAP_MB + "m"), "rollup", "--format", "json");
            String answer = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;

            assertThat(program.waitFor()).as(answer).isZero();
            assertThat(answer).containsPattern("\"funds\"\\s*:\\s*" + FUNDS + "\\b");
            assertThat(seconds).isLessThanOrEqualTo(ALLOWED_SECONDS);
            System.out.printf("%d events of %d funds with -Xmx%dm: %d s%n", EVENTS, FUNDS, HEAP_MB, seconds);
        }
    }
}
