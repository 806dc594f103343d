package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.Programs;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack checked with other people's programs, as its README.txt tells. */
class PackByHandTest {

    @TempDir
    private Path folder = Path.of("");

    /** The commands that README.txt tells its reader to type, as they stand there. */
    @Test
    void whatTheReadmeSaysToDoByHandWorks() throws Exception {
        Programs.require("python3");
        Programs.require("openssl");
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 6, 2023, 1));
            Seals seals = node.seals(folder.resolve("data"));
            Path pack = folder.resolve("pack.zip");
            assertThat(node.packs(seals.identity()).write("F1", pack)).isTrue();

            String printed = checkedByHand(TamperedPack.of(pack));

            SignedHead head = SignedHead.parse(TamperedPack.of(pack).file("head.json"));
            assertThat(printed)
                    .contains(TamperedPack.of(pack)
                            .lines()
                            .getFirst()
                            .replaceFirst(".*\"hash\":\"([0-9a-f]{64})\".*", "$1"))
                    .contains(head.head().events() + " " + head.head().hash())
                    .contains("statements agree")
                    .contains("Signature Verified Successfully")
                    .contains(seals.key().verifying().fingerprint());

            seals.identity().rotate("");
            assertThat(node.packs(seals.identity()).write("F1", pack)).isTrue();
            assertThat(TamperedPack.of(pack).file("head.json")).contains("\"keys\":");
            assertThat(checkedByHand(TamperedPack.of(pack)))
                    .contains("Signature Verified Successfully")
                    .contains(seals.key().verifying().fingerprint());
        }
    }

    /** What the fenced commands print. */
    private String checkedByHand(TamperedPack files) throws Exception {
        Path place = Files.createDirectories(folder.resolve("by-hand"));
        for (String name : List.of("events.ndjson", "balances.csv", "statements.json", "head.json", "public-key.pem")) {
            Files.writeString(place.resolve(name), files.file(name));
        }
        String[] fenced = files.file("README.txt").split("~~~\n", -1);
        StringBuilder script = new StringBuilder();
        for (int i = 1; i < fenced.length; i += 2) {
            script.append(fenced[i]);
        }
        Path commands = Files.writeString(place.resolve("check.sh"), "set -e\ncd '" + place + "'\n" + script);
        return Programs.run("bash", commands.toString());
    }
}
