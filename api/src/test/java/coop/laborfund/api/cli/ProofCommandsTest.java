package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.InventedHistory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands heads, pack and verify as they are typed. */
class ProofCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static List<PostgresAccess> held = List.of();

    record Ran(int status, String out, String err) {}

    @BeforeAll
    static void importHistory() throws Exception {
        held = List.of(PostgresAccess.embedded(folder.resolve("data")));
        Path file = Files.writeString(folder.resolve("流水.csv"), InventedHistory.csv(3, 6, 2022, 2));
        run(true, "import", "--accept-valid", file.toString());
    }

    @AfterAll
    static void letGo() {
        held.forEach(PostgresAccess::close);
    }

    private static Ran run(boolean data, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        if (data) {
            line.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = RootCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void aPackIsMadeAndVerifiedWithNothingElse() throws Exception {
        String pack = folder.resolve("pack.zip").toString();
        assertThat(run(true, "pack", "--fund", "F1", "--out", pack).status()).isEqualTo(ExitStatus.DONE);
        Path key = Files.writeString(
                folder.resolve("key.pem"), run(true, "heads", "--public-key").out());
        Path heads = Files.writeString(
                folder.resolve("heads.json"), run(true, "heads", "--json").out());

        Ran alone = run(false, "verify", pack);
        assertThat(alone.status()).isEqualTo(ExitStatus.DONE);
        assertThat(alone.out().lines().findFirst().orElseThrow())
                .contains("自身一致,未证明是原件", "consistent in itself, not proven to be the original");
        Ran known = run(false, "verify", pack, "--key", key.toString(), "--head", heads.toString());
        assertThat(known.status()).isEqualTo(ExitStatus.DONE);
        assertThat(known.out()).startsWith("没有发现不对 · nothing is wrong").doesNotContain("not proven");

        Ran other = run(false, "verify", pack, "--key", "0".repeat(64));
        assertThat(other.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(other.out()).startsWith("发现 1 处不对");
        assertThat(run(false, "verify", pack, "--key", "nonsense").status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run(false, "verify", pack, "--head", pack).status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run(false, "verify", heads.toString()).status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run(false, "verify").status()).isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void theLiveLedgerIsVerified() {
        Ran ran = run(true, "verify", "--ledger");
        assertThat(ran.out() + ran.err()).startsWith("没有发现不对 · nothing is wrong");
        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void headsAreListed() {
        assertThat(run(true, "heads").out()).containsPattern("F1 .*[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}");
        assertThat(run(
                                true,
                                "pack",
                                "--fund",
                                "nowhere",
                                "--out",
                                folder.resolve("x.zip").toString())
                        .status())
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(folder.resolve("x.zip")).doesNotExist();
    }
}
