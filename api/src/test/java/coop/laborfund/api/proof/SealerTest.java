package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

    private static final String OPEN =
            "ref,date,fund,type,party,name,amount\n1,2024-03-01,F1,OPEN_FUND,532599100200,示例,\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void sealsByItselfWhereTheHistoryHasMovedAndOnceMoreAtTheEnd() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            Seals seals = node.seals(folder);
            try (Sealer sealer =
                    Sealer.start(seals, Executors.newSingleThreadScheduledExecutor(), Duration.ofMillis(10))) {
                TestNodes.importText(node, ImportMode.ALL_OR_NONE, OPEN);
                long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                while (files().isEmpty() && System.nanoTime() < deadline) {
                    Thread.sleep(5);
                }
                assertThat(sealer).isNotNull();
                assertThat(files()).containsExactly("1.json");
            }
            assertThat(files()).containsExactly("1.json");
            Files.delete(folder.resolve("seals/1.json"));
            Sealer.start(seals, Executors.newSingleThreadScheduledExecutor(), Duration.ofHours(1))
                    .close();
            assertThat(files())
                    .as("what was sealed after the last file is written")
                    .containsExactly("1.json");

            Sealer atTheEnd = Sealer.start(seals, Executors.newSingleThreadScheduledExecutor(), Duration.ofHours(1));
            TestNodes.importText(
                    node, ImportMode.ALL_OR_NONE, "ref,date,fund,type,amount\n2,2024-03-01,F1,OTHER_INCOME,12.50\n");
            atTheEnd.close();
            assertThat(files()).containsExactly("1.json", "2.json");
            Seal last = Seal.parse(Files.readString(folder.resolve("seals/2.json")));
            assertThat(last.isSignedBy(seals.key().verifying())).isTrue();
            assertThat(last.heads()).isEqualTo(node.history().heads());
        }
    }

    private List<String> files() throws Exception {
        if (!Files.isDirectory(folder.resolve("seals"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("seals"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
