package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.json.StateJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever the database's owner changes behind the program's back is found by {@code verify --ledger}. */
class LedgerTamperingTest {

    @TempDir
    private Path folder = Path.of("");

    private List<LedgerNode> opened = List.of();
    private JdbcTemplate owner = new JdbcTemplate();

    @BeforeEach
    void record() throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        owner = new JdbcTemplate(new DriverManagerDataSource(target.url(), target.user(), target.password()));
        opened = List.of(LedgerNode.open(database, TestNodes.CLOCK));
        String csv = InventedHistory.csv(9, 5, 2023, 1);
        TestNodes.importText(node(), ImportMode.ACCEPT_VALID, csv);
        TestNodes.importText(node(), ImportMode.ACCEPT_VALID, csv.replace("\"F1\"", "\"F2\""));
        node().catchUpUnlessServed();
        assertThat(seals().seal()).isTrue();
        owner.execute("alter table event disable trigger event_is_kept");
        owner.execute("alter table seal disable trigger seal_is_kept");
    }

    @AfterEach
    void close() {
        opened.forEach(LedgerNode::close);
    }

    private LedgerNode node() {
        return opened.getFirst();
    }

    private Seals seals() {
        return node().seals(folder);
    }

    private String findings() throws Exception {
        owner.execute("alter table event enable trigger event_is_kept");
        owner.execute("alter table seal enable trigger seal_is_kept");
        String found = findingsAsItIs();
        owner.execute("alter table event disable trigger event_is_kept");
        owner.execute("alter table seal disable trigger seal_is_kept");
        return found;
    }

    private String findingsAsItIs() throws Exception {
        Report report = node().proof(seals()).verify(null, KeptHeads.read(List.of()), VerifyProgress.NONE);
        return report.findings().stream()
                .map(finding -> finding.position() + " " + finding.ref() + " " + finding.chinese())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void anUntouchedLedgerIsClean() throws Exception {
        assertThat(findings()).isEmpty();
        assertThat(seals().seal()).as("nothing has moved").isFalse();
        TestNodes.importText(
                node(), ImportMode.ALL_OR_NONE, "ref,date,fund,type,amount\nX1,2024-03-01,F1,OTHER_INCOME,12.50\n");
        assertThat(seals().seal()).isTrue();
        assertThat(findings()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("seals"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aChangedEventIsFound() throws Exception {
        owner.update("update event set recorded_by = 'nobody' where position = 20");
        assertThat(findings()).startsWith("20 ").contains("内容与它的哈希不符");
    }

    /** Of a kind that this program knows nothing of: chained as all are, and passed over by the read tables. */
    @Test
    void aChangedEventThatIsNoFundsIsFound() throws Exception {
        owner.update(
                "insert into event (position, kind, fund, sequence, event_id, type, revision, recorded_at, recorded_by,"
                        + " payload, metadata, previous_hash, hash) select position + 1, 'of tomorrow', fund, 0, event_id, 'Noted', 1,"
                        + " recorded_at, 'somebody', '{}', '{}', decode(repeat('00', 32), 'hex'), ''"
                        + " from event order by position desc limit 1");
        owner.update("update event set hash = event_hash(event) where kind = 'of tomorrow'");
        assertThat(findings()).isEmpty();

        owner.update("update event set recorded_by = 'nobody' where kind = 'of tomorrow'");
        assertThat(findings()).contains("内容与它的哈希不符").hasLineCount(1);
    }

    @Test
    void aChangedRegisterIsFound() throws Exception {
        String ref = owner.queryForObject("select ref from event where position = 20", String.class);
        owner.update("update event set ref = 'free again' where position = 20");
        owner.update("update event set reverses = 'not undone' where position = 21");
        assertThat(findings())
                .contains("20 " + ref + " 凭证登记")
                .contains("登记的是 free again、null")
                .contains("21 ")
                .contains("、not undone");
    }

    @Test
    void aVoucherUsedOrUndoneTwiceIsFoundWhateverBecameOfTheIndexes() throws Exception {
        owner.execute("alter table event drop constraint event_fund_ref");
        owner.execute("drop index event_fund_reverses");
        owner.update(
                "update event set ref = (select ref from event where position = 20), reverses = 'V' where position = 22");
        owner.update("update event set reverses = 'V' where position = 23");
        assertThat(findings()).containsPattern("22 .* 在这个基金里已经用过").contains("23 null 凭证 V 已经冲正过");
    }

    @Test
    void aRemovedEventIsFound() throws Exception {
        owner.update("delete from event where position = 20");
        assertThat(findings()).contains("21 ").contains("缺号").contains("序号应是");
    }

    @Test
    void exchangedEventsAreFound() throws Exception {
        owner.update("update event set position = -1 where position = 20");
        owner.update("update event set position = 20 where position = 21");
        owner.update("update event set position = 21 where position = -1");
        assertThat(findings()).contains("内容与它的哈希不符");
    }

    @Test
    void aChainMadeAnewDoesNotFitTheSeals() throws Exception {
        owner.update("update event set recorded_by = 'nobody' where position = 20");
        owner.execute("""
                do $$ declare e event; previous bytea := decode(repeat('00', 32), 'hex');
                begin for e in select * from event where fund = 'F1' order by sequence loop
                  e.previous_hash := previous; previous := event_hash(e);
                  update event set previous_hash = e.previous_hash, hash = previous where position = e.position;
                end loop; end $$""");
        assertThat(findings()).contains("被改写过");
    }

    @Test
    void aCutTailAndARemovedFundAreFoundAlsoWhereTheTableOfSealsIsEmptied() throws Exception {
        owner.update("delete from event where fund = 'F2'");
        assertThat(findings()).contains("基金 F2 只有 0 条事件").contains("封存的名单 seal ");
        owner.update("delete from seal");
        assertThat(findings()).contains("基金 F2 只有 0 条事件").contains("seals/");
    }

    /** The seals are gone too, so that nothing but the read tables tells of it. */
    @Test
    void aCutTailIsFoundByTheReadTablesThatShowedIt() throws Exception {
        long last = node().history().lastPosition();
        owner.update("delete from seal");
        owner.update("delete from event where position > ?", last - 3);
        try (Stream<Path> files = Files.list(folder.resolve("seals"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(findings())
                .contains("历史只到位置 " + (last - 3) + ",查询表的进度却到 " + last)
                .contains("查询表 movement 有到位置 " + last + " 的行")
                .contains("不要 rebuild")
                .doesNotContain("可用 rebuild 重建");
        // Who takes the progress back forgets the rows.
        owner.update("update projection_progress set position = ?", last - 3);
        assertThat(findings()).contains("查询表 movement 有到位置 " + last + " 的行");
    }

    @Test
    void progressThatWasSetBackIsExplained() throws Exception {
        long last = node().history().lastPosition();
        owner.update("update projection_progress set position = ? where name = 'journal'", last - 3);
        assertThat(findings())
                .contains("读取表 journal 的进度")
                .contains("位置 " + (last - 3))
                .contains("到位置 " + last + " 的行")
                .contains("请用 rebuild journal 重建");
    }

    @Test
    void aForgedSealIsFound() throws Exception {
        owner.update("update seal set heads = replace(heads, '\"F2\"', '\"F3\"')");
        assertThat(findings()).contains("的签名不对");
    }

    @Test
    void aDisabledTriggerIsFound() throws Exception {
        assertThat(findingsAsItIs())
                .contains("trigger event.event_is_kept", "trigger seal.seal_is_kept", "disabled")
                .hasLineCount(2);
    }

    @Test
    void aSealThatIsMissingInTheTableIsFound() throws Exception {
        sealOnceMore();
        owner.update("delete from seal where number = 1");
        assertThat(findings()).contains("封存的名单 seals/").contains("在表 seal 里没有").hasLineCount(1);
    }

    @Test
    void aSealThatIsMissingInTheFolderIsFoundAndSoIsAnotherOne() throws Exception {
        sealOnceMore();
        assertThat(findings()).isEmpty();
        Path first = sealFiles().getFirst();
        String text = Files.readString(first);
        Files.delete(first);
        assertThat(seals().seal()).as("sealing does not hide it").isFalse();
        assertThat(findings())
                .contains("封存的名单 seal 1")
                .contains("在 seals 文件夹里没有")
                .hasLineCount(1);
        Seal another =
                Seal.sign(Seal.parse(text).heads(), TestNodes.CLOCK.instant().plusSeconds(1), seals().key());
        Files.writeString(first, another.json());
        assertThat(findings())
                .contains("在 seals 文件夹里没有")
                .contains("在表 seal 里没有")
                .hasLineCount(2);
    }

    private void sealOnceMore() throws Exception {
        TestNodes.importText(
                node(), ImportMode.ALL_OR_NONE, "ref,date,fund,type,amount\nX1,2024-03-01,F1,OTHER_INCOME,12.50\n");
        assertThat(seals().seal()).isTrue();
    }

    private List<Path> sealFiles() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("seals"))) {
            return files.sorted().toList();
        }
    }

    /** Sealed by the ledger's own key while it lacked a fund that others name, or one that came between. */
    @Test
    void whatWasPutIntoThePastAfterAListOfAllFundsIsFound() throws Exception {
        Seal all = Seal.parse(Files.readString(sealFiles().getFirst()));
        List<Head> others =
                all.heads().stream().filter(head -> !head.fund().equals("F1")).toList();
        Files.writeString(
                folder.resolve("seals/9.json"),
                Seal.sign(others, TestNodes.CLOCK.instant(), seals().key()).json());
        assertThat(findings()).contains("一份没有这个基金的封存名单写明位置").contains("插进过去");
    }

    @Test
    void eventsWithoutASealAreAWarning() throws Exception {
        owner.update("delete from seal");
        try (Stream<Path> files = Files.list(folder.resolve("seals"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Report report = node().proof(seals()).verify(null, KeptHeads.of(List.of()), VerifyProgress.NONE);
        assertThat(report.warnings())
                .extracting(Finding::english)
                .singleElement()
                .asString()
                .contains("no sealed list");
        assertThat(report.isUnproven()).isTrue();
    }

    @Test
    void changedReadTablesAreFound() throws Exception {
        owner.update(
                "update journal_line set amount = amount + 1 where ctid in (select ctid from journal_line limit 1)");
        assertThat(findings()).contains("查询表 journal_line");
        owner.update("delete from admission where ctid in (select ctid from admission limit 1)");
        assertThat(findings()).contains("查询表 admission");
        owner.update("insert into wage values ('F9', 3, '2024-01-01', 'x', 'w', 'h', 'e', '2024-01-01', 1)");
        assertThat(findings()).contains("查询表 wage 里有不属于任何基金的行");
    }

    @Test
    void aChangedSnapshotIsFound() throws Exception {
        FundState state = node().history()
                .ofFund("F1", 1, 20)
                .map(event -> event.event())
                .reduce(FundState.EMPTY, FundState::evolve, (one, other) -> other);
        String insert = "insert into snapshot values ('F1', ?, ?, ?)"
                + " on conflict (fund) do update set sequence = excluded.sequence, data = excluded.data";
        owner.update(insert, 19, StateJson.REVISION, StateJson.write(state));
        assertThat(findings()).isEmpty();
        owner.update(insert, 20, StateJson.REVISION, StateJson.write(state));
        assertThat(findings()).contains("基金 F1 的快照");
        owner.update(insert, 1_000_000, StateJson.REVISION, StateJson.write(state));
        assertThat(findings()).contains("基金 F1 的快照");
        owner.update(insert, 19, StateJson.REVISION, new byte[] {1, 2, 3});
        assertThat(findings()).contains("基金 F1 的快照");
    }
}
