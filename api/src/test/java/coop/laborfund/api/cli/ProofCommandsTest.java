package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.InventedHistory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
        Ran unvouched = run(false, "verify", pack, "--head", heads.toString());
        assertThat(unvouched.status()).as("no event beyond the head").isEqualTo(ExitStatus.DONE);
        assertThat(unvouched.out()).contains("签名密钥没有从别处证明");
        String code = run(true, "heads").out().replaceAll("(?s).*F1 .*?(([0-9A-Z]{4}-){4}[0-9A-Z]{4}).*", "$1");
        Ran coded = run(false, "verify", pack, "--head", code.toLowerCase(Locale.ROOT));
        assertThat(coded.status()).isEqualTo(ExitStatus.DONE);
        assertThat(coded.out()).startsWith("没有发现不对").contains("短码 " + code + " 是基金 F1");
        Ran slip = run(false, "verify", pack, "--head", code.substring(0, 23) + (code.endsWith("7") ? '8' : '7'));
        assertThat(slip.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(slip.err()).contains("抄错了", "a slip in it");

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
        assertThat(ran.out() + ran.err())
                .startsWith("自身一致,未证明是原件 · consistent in itself, not proven to be the original")
                .contains("签名密钥的指纹是")
                .doesNotContain("\n! ");
        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        String fingerprint = run(true, "key", "show").out().replaceAll("(?s).*([0-9a-f]{64}).*", "$1");
        Ran known = run(true, "verify", "--ledger", "--key", fingerprint);
        assertThat(known.out()).startsWith("没有发现不对 · nothing is wrong");
        assertThat(known.status()).isEqualTo(ExitStatus.DONE);
    }

    /** Before, an import by command left the heads unsealed until a server ran. */
    @Test
    void anImportByCommandSealsTheHeads() throws Exception {
        try (Stream<Path> seals = Files.list(folder.resolve("data/seals"))) {
            assertThat(seals).isNotEmpty();
        }
    }

    /** Before, it made a key of its own and signed with that. */
    @Test
    void anotherDataDirectoryAnswersAndDoesNotSign() throws Exception {
        Path other = folder.resolve("other");
        String own = run(true, "key", "show").out();
        assertThat(own).containsPattern("1 .*([0-9A-Z]{4}-){4}[0-9A-Z]{4} .*[0-9a-f]{64}");
        assertThat(runFrom(other, "key", "show").out()).isEqualTo(own);
        assertThat(runFrom(other, "key", "show").err()).contains("没有这把密钥", "not in this data directory");
        assertThat(runFrom(other, "funds").status()).isEqualTo(ExitStatus.DONE);
        assertThat(runFrom(other, "heads", "--public-key").out()).contains("BEGIN PUBLIC KEY");
        Path pack = folder.resolve("y.zip");
        for (List<String> signing : List.of(
                List.of("serve", "--port", "0"),
                List.of("key", "rotate"),
                List.of("pack", "--fund", "F1", "--out", pack.toString()))) {
            Ran refused = runFrom(other, signing.toArray(String[]::new));
            assertThat(refused.status()).as("%s", signing).isEqualTo(ExitStatus.UNUSABLE);
            assertThat(refused.err()).contains("这里没有这把密钥", "which is not here", "--data");
        }
        Path file = Files.writeString(
                folder.resolve("more.csv"), "ref,date,fund,type,amount\nX9,2023-12-30,F1,OTHER_INCOME,12.50\n");
        Ran imported = runFrom(other, "import", file.toString());
        assertThat(imported.status()).isEqualTo(ExitStatus.DONE);
        assertThat(imported.err()).contains("链头没有封存", "heads were not sealed");
        assertThat(pack).doesNotExist();
        assertThat(other.resolve("signing-key.pem")).doesNotExist();
        assertThat(run(true, "key", "declare").status()).as("without a reason").isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run(true, "key", "declare", "--reason", "x").err()).contains("没有丢", "not lost");
    }

    /** On the same database, as a second server of the ledger would be. */
    private static Ran runFrom(Path data, String... arguments) {
        JdbcTarget target = held.getFirst().target();
        List<String> line = new ArrayList<>(List.of(arguments));
        String url = target.url() + (target.url().contains("?") ? "&" : "?") + "password=" + target.password();
        line.addAll(List.of("--data", data.toString(), "--url", url, "--user", target.user()));
        return run(false, line.toArray(String[]::new));
    }

    @Test
    void headsAreListed() {
        assertThat(run(true, "heads").out()).containsPattern("F1 .*([0-9A-Z]{4}-){4}[0-9A-Z]{4}");
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
