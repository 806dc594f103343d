package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.chain.ShortCode;
import coop.laborfund.ledger.store.KeptSeals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger is one: its database says which key signs, wherever it is signed, and how that key came to be the ledger's. */
class LedgerIdentityTest {

    @TempDir
    private Path folder = Path.of("");

    private List<LedgerNode> opened = List.of();
    private List<PostgresAccess> databases = List.of();

    @BeforeEach
    void record() throws Exception {
        databases = List.of(Databases.create());
        opened = List.of(LedgerNode.open(databases.getFirst(), TestNodes.CLOCK));
        TestNodes.importText(node(), ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 4, 2024, 1));
        node().catchUpUnlessServed();
    }

    @AfterEach
    void close() {
        opened.forEach(LedgerNode::close);
    }

    private LedgerNode node() {
        return opened.getFirst();
    }

    private LedgerIdentity identity(String data) {
        return node().identity(folder.resolve(data));
    }

    private Seals seals(String data) {
        return node().seals(folder.resolve(data));
    }

    private void owner(String sql) throws SQLException {
        try (Connection connection = databases.getFirst().target().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void more(int number) throws Exception {
        TestNodes.importText(
                node(),
                ImportMode.ALL_OR_NONE,
                "ref,date,fund,type,amount\nX" + number + ",2024-12-01,F1,OTHER_INCOME,12.50\n");
    }

    private void copy(String from, String to) throws Exception {
        Files.createDirectories(folder.resolve(to));
        for (String file : List.of("signing-key.pem", "public-key.pem")) {
            Files.deleteIfExists(folder.resolve(to).resolve(file));
            Files.copy(folder.resolve(from).resolve(file), folder.resolve(to).resolve(file));
        }
    }

    private static String words(Report report) {
        return report.findings().stream()
                .map(finding -> finding.chinese() + " " + finding.english())
                .collect(Collectors.joining("\n"));
    }

    private static String printed(Report report) {
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out, true));
        return out.toString();
    }

    private Report ledger(String data, String... key) throws Exception {
        return node().proof(seals(data))
                .verify(key.length == 0 ? null : KnownKey.of(key[0]), KeptHeads.of(List.of()), VerifyProgress.NONE);
    }

    private Path pack(String data, String name) throws Exception {
        Path file = folder.resolve(name);
        assertThat(node().packs(identity(data)).write("F1", file)).isTrue();
        return file;
    }

    private static Report verify(Path pack, String... key) {
        return PackVerifier.verify(
                pack, key.length == 0 ? null : KnownKey.of(key[0]), KeptHeads.of(List.of()), VerifyProgress.NONE);
    }

    @Test
    void aLedgerThatNeverSignedHasNothingForWhatIsBeyondAKeptHead() throws Exception {
        Path head = Files.writeString(
                folder.resolve("heads"), HeadJson.write(node().history().heads()));
        String strange = ShortCode.of("ab".repeat(32)).text();
        more(1);
        Report report = node().proof(seals("never"))
                .verify(null, KeptHeads.of(List.of(head.toString(), strange)), VerifyProgress.NONE);
        assertThat(words(report))
                .contains("nothing signed stands for them")
                .contains(strange)
                .hasLineCount(2);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void aSecondDataDirectoryOnOneDatabaseIsRefusedAndMakesNoKey() throws Exception {
        String first = identity("one").signing().verifying().fingerprint();
        assertThatThrownBy(() -> identity("two").signing())
                .isInstanceOf(ProofException.class)
                .hasMessageContainingAll(first, "--data", "拷来", "copy signing-key.pem", "key declare");
        assertThat(folder.resolve("two/signing-key.pem")).doesNotExist();

        LedgerNode other = LedgerNode.open(Databases.create(), TestNodes.CLOCK);
        String own =
                other.identity(folder.resolve("other")).signing().verifying().fingerprint();
        other.close();
        assertThatThrownBy(() -> identity("other").signing())
                .hasMessageContainingAll(first, own, "A ledger has one key", "一个账本只有一把密钥");
        assertThatThrownBy(() -> seals("other").seal()).isInstanceOf(ProofException.class);
        assertThatThrownBy(() -> pack("other", "never.zip")).isInstanceOf(ProofException.class);
        assertThat(folder.resolve("never.zip")).doesNotExist();
        assertThat(words(ledger("other")))
                .as("and verify says so")
                .contains("A ledger has one key")
                .hasLineCount(1);

        copy("one", "two");
        assertThat(identity("two").signing().verifying().fingerprint()).isEqualTo(first);
        assertThat(seals("two").seal()).isTrue();
    }

    @Test
    void ofManyFirstStartsAtOnceOneMakesTheKey() throws Exception {
        List<Future<String>> starts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int start = 0; start < 8; start++) {
                // Two of each data directory.
                String data = "start" + start / 2;
                starts.add(pool.submit(() -> {
                    try {
                        return identity(data).signing().verifying().fingerprint();
                    } catch (ProofException refused) {
                        return "";
                    }
                }));
            }
        }
        Set<String> keys = new HashSet<>();
        int refused = 0;
        for (Future<String> start : starts) {
            refused += start.get().isEmpty() ? 1 : 0;
            keys.add(start.get());
        }
        keys.remove("");
        assertThat(keys).hasSize(1);
        assertThat(refused).isEqualTo(6);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("signing-key.pem"))).hasSize(1);
        }
    }

    @Test
    void aLostKeyIsSaidAndTheRestGoesOn() throws Exception {
        String first = identity("one").signing().verifying().fingerprint();
        seals("one").seal();
        Files.delete(folder.resolve("one/signing-key.pem"));
        assertThatThrownBy(() -> identity("one").signing()).hasMessageContainingAll(first, "不见了", "missing", "backup");
        assertThat(words(ledger("one"))).contains("missing").hasLineCount(1);
        assertThat(words(ledger("elsewhere", first)))
                .as("from a data directory that never had it")
                .isEmpty();
        assertThat(identity("one").published().orElseThrow().fingerprint()).isEqualTo(first);
        assertThat(identity("one").isHere()).isFalse();
    }

    @Test
    void theOldKeyNamesTheNewOneAndBothProve() throws Exception {
        String first = identity("one").signing().verifying().fingerprint();
        copy("one", "stale");
        seals("one").seal();
        Path before = pack("one", "before.zip");
        String second = identity("one").rotate("每年换一次").fingerprint();
        more(1);
        seals("one").seal();
        Path after = pack("one", "after.zip");

        assertThat(second).isNotEqualTo(first);
        assertThat(words(verify(before, first))).isEmpty();
        assertThat(words(verify(after, first))).isEmpty();
        assertThat(words(verify(after, second))).isEmpty();
        assertThat(words(verify(after))).isEmpty();
        assertThat(printed(verify(after, first))).contains("第 1 把", "number 1", second);
        assertThat(words(verify(before, second))).as("nobody named the first").contains("another key");
        assertThat(words(ledger("one", first))).isEmpty();
        assertThat(words(ledger("one", second))).isEmpty();
        Path head = Files.writeString(
                folder.resolve("head.json"), TamperedPack.of(before).file("head.json"));
        assertThat(words(PackVerifier.verify(after, null, KeptHeads.of(List.of(head.toString())), VerifyProgress.NONE)))
                .as("a head that the first signed vouches for the second")
                .isEmpty();

        assertThatThrownBy(() -> identity("stale").signing()).hasMessageContainingAll("接替", "was replaced at", second);
        identity("one").rotate("");
        more(2);
        assertThat(words(verify(pack("one", "third.zip"), first))).isEmpty();
    }

    @Test
    void whoDoesNotHaveTheOldKeyCannotForgeASuccession() throws Exception {
        String first = identity("one").signing().verifying().fingerprint();
        identity("one").rotate("");
        Path after = pack("one", "after.zip");
        TamperedPack without = TamperedPack.of(after);
        without.remove("keys.json");
        assertThat(words(verify(without.write(folder.resolve("t1.zip"))))).contains("keys.json");

        // Signed by a stranger, with a succession that he signed in the first key's name.
        SigningKey stranger = SigningKey.generate();
        KeySuccession real = KeySuccession.parse(TamperedPack.of(after).file("keys.json"));
        KeyLink forged = KeyLink.make(stranger, real.links().getFirst(), stranger, 0, "", TestNodes.CLOCK.instant());
        KeySuccession claimed = new KeySuccession(List.of(real.links().getFirst(), forged));
        TamperedPack pack = TamperedPack.of(after);
        pack.resign(stranger);
        pack.put("keys.json", claimed.json());
        SignedHead head = SignedHead.parse(pack.file("head.json"));
        pack.put("head.json", SignedHead.sign(head.head(), claimed, stranger).json());
        Report report = verify(pack.write(folder.resolve("t2.zip")), first);
        assertThat(words(report)).contains("is forged").contains("nothing signed links the two");
    }

    @Test
    void aKeyDeclaredWithoutTheOneBeforeIsToldForEver() throws Exception {
        String first = identity("one").signing().verifying().fingerprint();
        seals("one").seal();
        assertThatThrownBy(() -> identity("one").declare("没有丢")).hasMessageContainingAll("没有丢", "not lost");
        Files.delete(folder.resolve("one/signing-key.pem"));
        String second = identity("one").declare("硬盘坏了").fingerprint();
        more(1);
        seals("one").seal();
        Path pack = pack("one", "after.zip");

        Report known = verify(pack, second);
        assertThat(words(known)).isEmpty();
        assertThat(known.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.chinese()).contains("硬盘坏了", "另行宣布"));
        assertThat(words(verify(pack, first))).contains("nothing signed links the two");
        assertThat(words(ledger("one", first))).contains("nothing signed links the two");
        Report ledger = ledger("one", second);
        assertThat(words(ledger)).isEmpty();
        assertThat(ledger.warnings()).hasSize(1);
        assertThat(identity("one").signing().verifying().fingerprint()).isEqualTo(second);
    }

    /** Killed between the database and the file: the next who signs puts the file in its place. */
    @Test
    void aRotationThatWasInterruptedIsFinished() throws Exception {
        identity("one").signing();
        copy("one", "kept");
        String second = identity("one").rotate("").fingerprint();
        Files.move(folder.resolve("one/signing-key.pem"), folder.resolve("one/signing-key.next.pem"));
        copy("kept", "one");
        Files.delete(folder.resolve("one/replaced-keys").resolve(firstReplaced()));
        assertThat(identity("one").signing().verifying().fingerprint()).isEqualTo(second);
        assertThat(folder.resolve("one/signing-key.next.pem")).doesNotExist();
        assertThat(Files.readString(folder.resolve("one/public-key.pem")))
                .isEqualTo(identity("one").signing().verifying().pem());
    }

    private String firstReplaced() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("one/replaced-keys"))) {
            return String.valueOf(files.findFirst().orElseThrow().getFileName());
        }
    }

    @Test
    void aDatabaseThatWasSetBackToBeforeARotationIsSaidToBe() throws Exception {
        identity("one").signing();
        identity("one").rotate("");
        owner("alter table signing_key disable trigger signing_key_is_kept; delete from signing_key where number = 2;"
                + " alter table signing_key enable trigger signing_key_is_kept");
        assertThatThrownBy(() -> identity("one").signing()).hasMessageContainingAll("set back", "replaced-keys");
    }

    /** As before there was a table of keys: what was sealed says which it was. */
    @Test
    void theKeyOfAnOlderLedgerIsTakenOver() throws Exception {
        String first = identity("one").signing().verifying().fingerprint();
        seals("one").seal();
        owner("alter table signing_key disable trigger signing_key_is_kept; delete from signing_key;"
                + " alter table signing_key enable trigger signing_key_is_kept");
        assertThatThrownBy(() -> identity("two").signing()).hasMessageContainingAll(first, "不见了", "missing");
        assertThat(identity("one").signing().verifying().fingerprint()).isEqualTo(first);
        assertThat(words(ledger("one", first))).isEmpty();
    }

    @Test
    void theRegisterOfKeysIsKeptAndAChangeInItIsFound() throws Exception {
        identity("one").signing();
        seals("one").seal();
        assertThatThrownBy(() -> owner("delete from signing_key")).hasMessageContaining("历史不可更改");
        assertThatThrownBy(() -> owner("set role laborfund_app; update signing_key set number = 7"))
                .hasMessageContaining("permission denied");
        String disable = "alter table signing_key disable trigger signing_key_is_kept; ";
        String enable = "; alter table signing_key enable trigger signing_key_is_kept";
        owner(disable + "update signing_key set statement = replace(statement, '\"position\":', '\"position\":1')"
                + enable);
        assertThat(words(ledger("one"))).contains("The succession of keys is wrong");
        owner(disable + "update signing_key set statement = 'nothing'" + enable);
        assertThat(words(ledger("one"))).contains("signing_key").contains("cannot be understood");
    }

    /** With the old key, after it was replaced: by a server that was forgotten, or by whoever it was stolen by. */
    @Test
    void whatTheOldKeySealsAfterItWasReplacedIsRefusedAndFound() throws Exception {
        SigningKey old = identity("one").signing();
        identity("one").rotate("");
        more(1);
        Seal late = Seal.sign(node().history().heads(), TestNodes.CLOCK.instant(), old);
        assertThat(new KeptSeals(node().connections())
                        .add(TestNodes.CLOCK.instant(), late.position(), late.sealed(), late.key(), new byte[64]))
                .isFalse();
        Files.createDirectories(folder.resolve("one/seals"));
        Files.writeString(folder.resolve("one/seals/" + late.position() + ".json"), late.json());
        assertThat(words(ledger("one"))).contains("after another had taken its place");
    }
}
