package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.PackVerifier;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.testing.LoadedNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the check of a pack takes, beside one cursor over the same events that decodes them with Jackson on one thread. */
class VerifyBench {

    private static final int ROWS = Integer.getInteger("laborfund.bench.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final double LEAST = 1.0;
    private static final String FUND = "F00000";

    @Test
    void verifiesAsFastAsACursorDecodes() throws Exception {
        try (LoadedNode loaded = LoadedNode.with(1, ROWS)) {
            Path pack = Path.of("target", "verify-bench.zip").toAbsolutePath();
            assertThat(loaded.node()
                            .packs(loaded.node().identity(Path.of("target", "verify-bench-key")))
                            .write(FUND, pack))
                    .isTrue();
            Medians medians = new Medians();
            // One round that does not count, for both: either runs several times as fast once it is compiled.
            decode(loaded.target());
            verify(pack);
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("cursor ms", decode(loaded.target()));
                medians.add("verify ms", verify(pack));
            }
            medians.print();
            BenchReport report = new BenchReport("verify");
            report.ratioAtLeast(
                    "核对查验包 · verify of a pack, %,d 条事件 events".formatted(ROWS),
                    "one cursor with Jackson, one thread",
                    medians.ratio("cursor ms", "verify ms"),
                    LEAST);
            report.close();
        }
    }

    private static long verify(Path pack) {
        long start = System.nanoTime();
        assertThat(PackVerifier.verify(pack, null, KeptHeads.read(List.of()), VerifyProgress.NONE)
                        .isClean())
                .isTrue();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long decode(JdbcTarget target) throws Exception {
        long start = System.nanoTime();
        assertThat(PlainCursor.decode(target)).isEqualTo(ROWS);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
