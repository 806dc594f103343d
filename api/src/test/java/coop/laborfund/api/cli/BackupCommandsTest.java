package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.VerifyingKey;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.ledger.chain.ShortCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backing up and restoring as they are typed: what comes back is what was there, and what cannot be trusted does not come back. */
class BackupCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder = Path.of("");

    private static List<PostgresAccess> held = List.of();
    private static Path backup = Path.of("");

    /** What a command line printed and how it ended. */
    record Ran(int status, String out, String err) {}

    @BeforeAll
    static void recordAndBackUp() throws Exception {
        // Held, so that each command joins a running database instead of starting one.
        held = List.of(PostgresAccess.embedded(data()));
        Path file = Files.writeString(folder.resolve("流水.csv"), InventedHistory.csv(5, 6, 2022, 2));
        assertThat(run("import", "--accept-valid", file.toString()).status()).isEqualTo(ExitStatus.REFUSED);
        backup = folder.resolve("backup.zip");
        Ran ran = run("backup", "--out", backup.toString());
        assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.DONE);
    }

    @AfterAll
    static void letGo() {
        held.forEach(PostgresAccess::close);
    }

    @Test
    void whatIsRestoredAnswersAsTheOriginalAndGoesOn() throws Exception {
        Path restored = folder.resolve("restored");
        Ran ran = restore(backup, restored, key());

        assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.out()).contains("没有发现不对 · nothing is wrong");
        for (List<String> asked : List.of(
                List.of("heads", "--json"),
                List.of("funds", "--json"),
                List.of("balances", "--fund", "F1", "--format", "json"),
                List.of("guarantees", "--fund", "F1", "--year", "2022", "--evidence", "--format", "json"),
                List.of("events", "--fund", "F1"))) {
            assertThat(at(restored, asked).out())
                    .isEqualTo(at(data(), asked).out())
                    .isNotEmpty();
        }

        long last = last(restored);
        Path more = Files.writeString(
                folder.resolve("更多.csv"), "ref,date,fund,type,party,amount\nNEU1,2024-02-01,F1,OTHER_INCOME,,12.00\n");
        assertThat(at(restored, List.of("import", more.toString())).status()).isEqualTo(ExitStatus.DONE);
        assertThat(last(restored)).isEqualTo(last + 1);
        assertThat(at(restored, List.of("verify", "--ledger")).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void aHeadKeptOutsideNamesWhatTheRestoredLedgerLacks() throws Exception {
        Path second = folder.resolve("second");
        assertThat(restore(backup, second, key()).status()).isEqualTo(ExitStatus.DONE);
        Path first = folder.resolve("first.zip");
        assertThat(at(second, List.of("backup", "--out", first.toString())).status())
                .isEqualTo(ExitStatus.DONE);
        long last = last(second);
        Path more = Files.writeString(
                folder.resolve("后来.csv"),
                "ref,date,fund,type,party,amount\nL1,2024-02-01,F1,OTHER_INCOME,,1.00\nL2,2024-02-02,F1,OTHER_INCOME,,2.00\n");
        assertThat(at(second, List.of("import", more.toString())).status()).isEqualTo(ExitStatus.DONE);
        Path kept = Files.writeString(
                folder.resolve("heads.json"),
                at(second, List.of("heads", "--json")).out());

        Path third = folder.resolve("third");
        assertThat(restore(first, third, second.resolve("signing-key.pem")).status())
                .isEqualTo(ExitStatus.DONE);
        Ran verified = at(third, List.of("verify", "--ledger", "--head", kept.toString()));

        assertThat(verified.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(verified.out())
                .contains("共 2 条,在位置 " + (last + 1) + " 到 " + (last + 2) + " 之间")
                .contains("2 in all, within positions " + (last + 1) + " to " + (last + 2));
    }

    @Test
    void aBackupTellsWhatIsInItAndKeepsTheKeyOut() throws Exception {
        Path file = folder.resolve("told.zip");
        Ran ran = run("backup", "--out", file.toString(), "--json");
        JsonNode told = JSON.readTree(ran.out());

        assertThat(told.get("heads"))
                .isEqualTo(JSON.readTree(run("heads", "--json").out()));
        assertThat(told.get("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(told.get("position").asLong()).isEqualTo(last(data()));
        assertThat(told.get("code").asString()).matches("([0-9A-Z]{4}-){4}[0-9A-Z]{4}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Ran verified = run("verify", "--ledger", "--head", told.get("code").asString());
        assertThat(verified.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(verified.out()).contains("backup 打印的总短码", "that backup prints is no fund's");
        assertThat(entries(file)).contains("manifest.json", "tables/event.copy").doesNotContain("signing-key.pem");
        assertThat(run("backup", "--out", file.toString()).status())
                .as("a backup that is there is not replaced")
                .isEqualTo(ExitStatus.REFUSED);
    }

    @Test
    void withTheKeyABackupNeedsNothingElse() throws Exception {
        Path file = folder.resolve("with-key.zip");
        assertThat(run("backup", "--out", file.toString(), "--with-key").err()).contains("像保管印章一样");
        Path restored = folder.resolve("with-key");

        assertThat(run0("restore", file.toString(), "--data", restored.toString())
                        .status())
                .isEqualTo(ExitStatus.DONE);

        assertThat(Files.readString(restored.resolve("signing-key.pem"))).isEqualTo(Files.readString(key()));
    }

    @Test
    void withoutTheKeyTheLedgerIsThereAndSaysThatItCannotSign() throws Exception {
        Path restored = folder.resolve("without-key");
        Ran asked = run0("restore", backup.toString(), "--data", restored.toString());
        assertThat(asked.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(asked.err()).contains("--signing-key", "--without-key");
        assertThat(restored).doesNotExist();

        Ran ran = run0("restore", backup.toString(), "--data", restored.toString(), "--without-key");

        assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.err()).contains("没有签名密钥");
        String signer = fingerprint(data());
        assertThat(ran.out())
                .contains("备份由密钥 " + signer + " (" + ShortCode.of(signer).text() + ") 签名");
        assertThat(at(restored, List.of("heads", "--json")).out())
                .isEqualTo(run("heads", "--json").out());
        Ran verified = at(restored, List.of("verify", "--ledger"));
        assertThat(verified.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(verified.out()).contains("key declare --reason");
        assertThat(at(
                                restored,
                                List.of(
                                        "pack",
                                        "--fund",
                                        "F1",
                                        "--out",
                                        restored.resolve("pack.zip").toString()))
                        .status())
                .isEqualTo(ExitStatus.UNUSABLE);
    }

    /** The backup of a ledger that has lost its key is restored with the key, should it be found, and without. */
    @Test
    void aLedgerWithoutItsKeyIsBackedUpAndRestored() throws Exception {
        Path lost = folder.resolve("lost");
        assertThat(restore(backup, lost, key()).status()).isEqualTo(ExitStatus.DONE);
        Files.delete(lost.resolve("signing-key.pem"));
        Path many = Files.createDirectory(folder.resolve("of-lost"));
        Path old = Files.writeString(many.resolve("laborfund-20250101T000000Z.zip"), "");

        Ran ran = at(lost, List.of("backup", "--out", many.toString(), "--keep", "1", "--with-key"));

        assertThat(ran.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(ran.err())
                .contains("备份没有账本密钥的签名", "not signed with the ledger's key")
                .contains("签名密钥不在备份里");
        assertThat(old).exists();
        Path made = newest(many);
        Path found = folder.resolve("found");
        Ran again = restore(made, found, key());
        assertThat(again.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(again.out()).contains("consistent in itself, not proven to be the original");
        assertThat(again.err()).contains("not signed with the ledger's key");
        assertThat(at(found, List.of("verify", "--ledger")).status()).isEqualTo(ExitStatus.DONE);
        Path without = folder.resolve("lost-for-good");
        assertThat(run0("restore", made.toString(), "--data", without.toString(), "--without-key")
                        .status())
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(last(without)).isEqualTo(last(data()));
        assertThat(without.resolve("public-key.pem")).doesNotExist();
    }

    private static Path newest(Path many) throws Exception {
        try (Stream<Path> files = Files.list(many)) {
            return files.sorted().toList().getLast();
        }
    }

    @Test
    void nothingIsRestoredOverWhatIsThere() throws Exception {
        Ran ran = restore(backup, data(), key());
        assertThat(ran.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(ran.err()).contains("不是空的");

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("信.txt"), "留着");
        assertThat(restore(backup, other, key()).status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(other.resolve("信.txt")).hasContent("留着");
        assertThat(folder.resolve("other.restoring")).doesNotExist();

        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(restore(backup, empty, key()).status()).isEqualTo(ExitStatus.DONE);
        assertThat(last(empty)).isEqualTo(last(data()));
    }

    /** A restore that was killed while it cleared away what another had left: of the cluster there is half. */
    @Test
    void whatIsHalfClearedAwayIsClearedAwayByTheNext() throws Exception {
        Path left = Files.createDirectories(folder.resolve("half.restoring"));
        Files.writeString(left.resolve("unfinished-restore"), "");
        Path cluster = Files.createDirectories(left.resolve("data").resolve("postgres"));
        Files.writeString(cluster.resolve("postmaster.pid"), "999999\n");
        Files.writeString(left.resolve("data").resolve("postgres-password"), "x");
        assertThat(run0("heads", "--data", left.resolve("data").toString()).err())
                .contains("没有完成的恢复");

        assertThat(restore(backup, folder.resolve("half"), key()).status()).isEqualTo(ExitStatus.DONE);

        assertThat(left).doesNotExist();
        assertThat(last(folder.resolve("half"))).isEqualTo(last(data()));
    }

    @Test
    void aKeyOfAnotherLedgerIsRefused() throws Exception {
        Path stranger = folder.resolve("stranger");
        try (PostgresAccess access = PostgresAccess.embedded(stranger)) {
            assertThat(access.target().url()).isNotEmpty();
            assertThat(at(stranger, List.of("heads", "--public-key")).out()).contains("PUBLIC KEY");
        }
        Path place = folder.resolve("strange");
        Ran other = restore(backup, place, stranger.resolve("signing-key.pem"));
        assertThat(other.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(other.err()).contains("不是备份那个账本的");
        Ran known = run0(
                "restore",
                backup.toString(),
                "--data",
                place.toString(),
                "--signing-key",
                key().toString(),
                "--key",
                "0".repeat(64));
        assertThat(known.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(place).doesNotExist();
    }

    @Test
    void aCutBackupIsNone() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        for (int length : List.of(0, 1, whole.length / 2, whole.length - 1)) {
            Path cut = Files.write(folder.resolve("cut-" + length + ".zip"), Arrays.copyOf(whole, length));
            Ran ran = restore(cut, folder.resolve("cut"), key());
            assertThat(ran.status()).isEqualTo(ExitStatus.REFUSED);
            assertThat(ran.err()).contains(length + " 字节", "of its " + length + " bytes the end");
            assertThat(folder.resolve("cut")).doesNotExist();
        }
    }

    @Test
    void aChangedBackupIsRefusedAndSaysWhere() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        whole[whole.length / 3] ^= 1;
        Path file = Files.write(folder.resolve("one.zip"), whole);
        Ran ran = restore(file, folder.resolve("changed"), key());
        assertThat(ran.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(ran.err()).contains("被改动或损坏").containsPattern("(tables|seals)/");
        assertThat(folder.resolve("changed")).doesNotExist();
    }

    @Test
    void aFolderKeepsTheNewest() throws Exception {
        Path many = Files.createDirectory(folder.resolve("many"));
        List<String> old = List.of("laborfund-20250101T000000Z.zip", "laborfund-20250102T000000Z.zip");
        for (String name : old) {
            Files.writeString(many.resolve(name), "");
        }
        Files.writeString(many.resolve("laborfund-20250103T000000Z.zip.77.part"), "half");
        Files.writeString(many.resolve("别的.zip"), "");

        assertThat(run("backup", "--out", many.toString(), "--keep", "2").status())
                .isEqualTo(ExitStatus.DONE);

        try (Stream<Path> files = Files.list(many)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(3).contains(old.get(1), "别的.zip").doesNotContain(old.get(0));
        }
        assertThat(run("backup", "--out", many.toString(), "--keep", "0").status())
                .isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void whatIsNamedAfterALaterMomentIsNotCountedAndTheNewOneStays() throws Exception {
        Path many = Files.createDirectory(folder.resolve("clock"));
        Path old = Files.writeString(many.resolve("laborfund-20250101T000000Z.zip"), "");
        List<Path> future = List.of(
                Files.writeString(many.resolve("laborfund-29980101T000000Z.zip"), ""),
                Files.writeString(many.resolve("laborfund-29990101T000000Z.zip"), ""));

        Ran ran = run("backup", "--out", many.toString(), "--keep", "1", "--json");

        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        assertThat(Path.of(JSON.readTree(ran.out()).get("file").asString())).exists();
        assertThat(old).doesNotExist();
        for (Path later : future) {
            assertThat(later).exists();
            assertThat(ran.err()).contains(later + " 的名字写的是还没到的时刻", later + " is named after a moment");
        }
    }

    private static List<String> entries(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static long last(Path data) {
        return JSON.readTree(at(data, List.of("heads", "--json")).out())
                .valueStream()
                .mapToLong(head -> head.get("position").asLong())
                .max()
                .orElse(0);
    }

    private static String fingerprint(Path data) throws Exception {
        return VerifyingKey.read(Files.readString(data.resolve("public-key.pem")))
                .fingerprint();
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static Path key() {
        return data().resolve("signing-key.pem");
    }

    private static Ran restore(Path file, Path place, Path key) {
        return run0("restore", file.toString(), "--data", place.toString(), "--signing-key", key.toString());
    }

    private static Ran run(String... line) {
        return at(data(), List.of(line));
    }

    private static Ran at(Path data, List<String> line) {
        List<String> arguments = new ArrayList<>(line);
        arguments.addAll(1, List.of("--data", data.toString()));
        return run0(arguments.toArray(String[]::new));
    }

    private static Ran run0(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = RootCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
