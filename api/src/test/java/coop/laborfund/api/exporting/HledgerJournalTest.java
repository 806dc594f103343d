package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.Programs;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Balances;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exported journal, checked by hledger itself. */
class HledgerJournalTest {

    private static final String FUND = "F1";

    /** One history; its text names it, so that a failure can be repeated. */
    record Life(long seed, int households, int firstYear, int years) {}

    /** Five named ones of different sizes, and one drawn; each goes over the change of the chart at the end of 2022. */
    static Stream<Life> lives() {
        long drawn = Long.getLong("laborfund.seed", new Random().nextInt(1_000_000));
        System.out.println("HledgerJournalTest: drawn seed " + drawn + " (-Dlaborfund.seed=" + drawn + ")");
        return Stream.of(
                new Life(7, 3, 2022, 2),
                new Life(11, 8, 2022, 2),
                new Life(23, 15, 2021, 3),
                new Life(42, 25, 2021, 3),
                new Life(1949, 40, 2019, 5),
                new Life(drawn, 12, 2022, 3));
    }

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsHledger() {
        Programs.require("hledger");
    }

    @ParameterizedTest
    @MethodSource("lives")
    void hledgerFindsTheJournalStrictAndOrderedAndEveryBalanceTheSame(Life life) throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            ImportResult imported = TestNodes.importText(
                    node,
                    ImportMode.ACCEPT_VALID,
                    InventedHistory.csv(life.seed, life.households, life.firstYear, life.years));
            assertThat(imported.recorded()).isGreaterThan(60 * life.years);

            Path journal = export(node, null, null);

            Programs.run("hledger", "check", "-s", "ordereddates", "-f", journal.toString());
            for (int year = life.firstYear; year < life.firstYear + life.years; year++) {
                assertSameBalances(node, journal, LocalDate.of(year, 6, 30));
                assertSameBalances(node, journal, LocalDate.of(year, 12, 31));
            }
        }
    }

    @Test
    void aJournalFromADayOnBeginsWithItsOpeningBalances() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 6, 2021, 3));

            Path journal = export(node, LocalDate.of(2022, 3, 15), LocalDate.of(2022, 12, 31));

            Programs.run("hledger", "check", "-s", "ordereddates", "-f", journal.toString());
            assertSameBalances(node, journal, LocalDate.of(2022, 6, 30));
            assertSameBalances(node, journal, LocalDate.of(2022, 12, 31));
            assertThat(Files.readString(journal)).doesNotContain("\n2023-").doesNotContain("\n2021-");
        }
    }

    @Test
    void refsThatDifferInABracketAreKeptApart() throws Exception {
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, """
                    ref,date,fund,type,party,amount,name
                    1,2023-01-01,F1,OPEN_FUND,532599101201,,示例基金
                    a),2023-01-02,F1,OTHER_INCOME,,1,
                    a）,2023-01-02,F1,OTHER_INCOME,,2,
                    (b),2023-01-02,F1,OTHER_INCOME,,4,
                    """);

            String journal = export(node, null, null).toString();

            Programs.run("hledger", "check", "-s", "ordereddates", "-f", journal);
            assertThat(Programs.run("hledger", "codes", "-f", journal).lines()).containsExactly("a）");
            assertThat(Programs.run("hledger", "tags", "ref", "--values", "-f", journal)
                            .lines())
                    .containsExactly("(b)", "a)");
        }
    }

    private Path export(LedgerNode node, @Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
        Path journal = folder.resolve("fund.journal");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(journal, StandardCharsets.UTF_8))) {
            Exports.journal(FUND, node.history().ofFund(FUND, 1, Long.MAX_VALUE), from, to)
                    .text(ExportFormat.HLEDGER)
                    .accept(out);
        }
        return journal;
    }

    private static void assertSameBalances(LedgerNode node, Path journal, LocalDate day) throws Exception {
        Balances ours = node.readModels().balances(FUND, day, null).orElseThrow();
        Map<String, String> expected = new TreeMap<>();
        ours.accounts().forEach(balance -> expected.put(spelled(balance), balance.amount() + " CNY"));

        String printed = Programs.run(
                "hledger",
                "balance",
                "-f",
                journal.toString(),
                "--flat",
                "-N",
                "-O",
                "csv",
                "-e",
                day.plusDays(1).toString());
        Map<String, String> theirs = new TreeMap<>();
        printed.lines().skip(1).forEach(line -> {
            String[] cells = line.substring(1, line.length() - 1).split("\",\"", -1);
            theirs.put(cells[0], cells[1]);
        });

        assertThat(theirs).as("balances on %s", day).isEqualTo(expected);
    }

    /** The contract's spelling of an account, written here once more by hand. */
    private static String spelled(Balance balance) {
        String sub = balance.sub();
        return switch (balance.account()) {
            case "102" -> "资产:102银行存款";
            case "113" -> "资产:113应收款:" + sub;
            case "211" ->
                sub.startsWith("deposit:")
                        ? "负债:211应付款:保证金:" + sub.substring("deposit:".length())
                        : sub.equals("guarantee") ? "负债:211应付款:担保代偿" : "负债:211应付款:村集体:" + sub;
            case "222" -> "负债:222应付剩余盈余:" + sub;
            case "235" -> "负债:235专项应付款:风险准备金";
            case "301" -> "权益:301股金:" + sub;
            case "311" -> "权益:311专项基金:风险准备金";
            case "322" -> "权益:322盈余公积:风险准备金";
            case "331" -> "权益:331本年盈余";
            case "332" -> sub.equals("distributed") ? "权益:332盈余分配:各项分配" : "权益:332盈余分配:未分配盈余";
            case "511" -> "收入:511投资收益:" + sub;
            case "502" -> "收入:502其他收入";
            case "522" -> "支出:522管理费用";
            case "523" -> "支出:523管理费用";
            case "524" -> "支出:524财务费用";
            case "529" -> "支出:529其他支出";
            default -> throw new AssertionError(balance);
        };
    }
}
