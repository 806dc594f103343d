package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.exporting.HledgerJournalTest.Life;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.Programs;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.projections.query.Balance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exported journal, checked by beancount itself. */
class BeancountJournalTest {

    private static final String FUND = "F1";

    /** A part of an account's name, as beancount's grammar and the contract's ASCII have it. */
    private static final Pattern PART = Pattern.compile("[A-Z0-9][A-Za-z0-9-]*");

    private static final String ID_CHARACTERS = "AZaz09-_./()（）户组X一";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("coop.laborfund.api.exporting.HledgerJournalTest#lives")
    void beancountFindsTheJournalRightAndEveryBalanceTheSame(Life life) throws Exception {
        Programs.require("bean-check");
        Programs.require("bean-query");
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(
                    node,
                    ImportMode.ACCEPT_VALID,
                    InventedHistory.csv(life.seed(), life.households(), life.firstYear(), life.years()));

            Path journal = export(node, null, null);

            Programs.run("bean-check", journal.toString());
            for (int year = life.firstYear(); year < life.firstYear() + life.years(); year++) {
                assertSameBalances(node, journal, LocalDate.of(year, 6, 30));
                assertSameBalances(node, journal, LocalDate.of(year, 12, 31));
            }
        }
    }

    @Test
    void aJournalFromADayOnBeginsWithItsOpeningBalances() throws Exception {
        Programs.require("bean-check");
        Programs.require("bean-query");
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 6, 2021, 3));

            Path journal = export(node, LocalDate.of(2022, 3, 15), LocalDate.of(2022, 12, 31));

            Programs.run("bean-check", journal.toString());
            assertSameBalances(node, journal, LocalDate.of(2022, 6, 30));
            assertSameBalances(node, journal, LocalDate.of(2022, 12, 31));
            assertThat(Files.readString(journal)).doesNotContain("\n2023-02").doesNotContain("\n2021-");
        }
    }

    @Test
    void itsAssertionsForgiveNotAFen() throws Exception {
        Programs.require("bean-check");
        try (LedgerNode node = TestNodes.open()) {
            TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 3, 2021, 1));
            Path journal = export(node, null, null);
            String text = Files.readString(journal);
            int at = text.lastIndexOf(" balance Assets:A102  ");
            int dot = text.indexOf('.', at);
            char last = text.charAt(dot + 2);
            Files.writeString(
                    journal,
                    text.substring(0, dot + 2) + (last == '9' ? '8' : (char) (last + 1)) + text.substring(dot + 3));

            assertThatThrownBy(() -> Programs.run("bean-check", journal.toString()))
                    .hasMessageContaining("Balance failed for 'Assets:A102'");
        }
    }

    @Test
    void everyIdHasASpellingThatCanBeReadBack() {
        Random random = new Random(20);
        Map<String, String> spelled = new TreeMap<>();
        int[] characters = ID_CHARACTERS.codePoints().toArray();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder id = new StringBuilder();
            int length = 1 + random.nextInt(6);
            for (int j = 0; j < length; j++) {
                id.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            String part = BeancountAccounts.encode(id.toString());
            assertThat(PART.matcher(part).matches()).as(part).isTrue();
            assertThat(BeancountAccounts.decode(part)).isEqualTo(id.toString());
            String other = spelled.putIfAbsent(part, id.toString());
            assertThat(other == null || other.contentEquals(id)).as(part).isTrue();
        }
        assertThat(BeancountAccounts.encode("H001")).isEqualTo("H001");
        assertThat(BeancountAccounts.encode("户1")).isEqualTo("X-0--6237-1");
        assertThat(BeancountAccounts.decode(BeancountAccounts.encode("X-0-h"))).isEqualTo("X-0-h");
    }

    @Test
    void accountsAreByCodeAndCanBeReadBack() {
        Map<LedgerAccount, String> names = Map.of(
                new LedgerAccount(Account.BANK, ""), "Assets:A102",
                new LedgerAccount(Account.ADVANCES, "C001:A001"), "Assets:A113:C001:A001",
                new LedgerAccount(Account.PAYABLES, "deposit:C001"), "Liabilities:A211:Deposit:C001",
                new LedgerAccount(Account.PAYABLES, "532599100200"), "Liabilities:A211:Village:532599100200",
                new LedgerAccount(Account.PAYABLES, "guarantee"), "Liabilities:A211:Guarantee",
                new LedgerAccount(Account.DIVIDENDS_PAYABLE, "H-1"), "Liabilities:A222:H--1",
                new LedgerAccount(Account.SURPLUS_RESERVE, "risk"), "Equity:A322:Risk",
                new LedgerAccount(Account.RETURNS, "c1"), "Income:A511:X-0-c1",
                new LedgerAccount(Account.APPROPRIATION, "undistributed"), "Equity:A332:Undistributed");
        names.forEach((account, name) -> {
            assertThat(BeancountAccounts.name(account)).isEqualTo(name);
            assertThat(BeancountAccounts.account(name)).isEqualTo(account);
        });
    }

    private Path export(LedgerNode node, @Nullable LocalDate from, @Nullable LocalDate to) throws IOException {
        Path journal = folder.resolve("fund.beancount");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(journal, StandardCharsets.UTF_8))) {
            Exports.journal(FUND, node.history().ofFund(FUND, 1, Long.MAX_VALUE), from, to)
                    .text(ExportFormat.BEANCOUNT)
                    .accept(out);
        }
        return journal;
    }

    private static void assertSameBalances(LedgerNode node, Path journal, LocalDate day) throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (Balance balance :
                node.readModels().balances(FUND, day, null).orElseThrow().accounts()) {
            expected.put(
                    balance.account() + ":" + balance.sub(), balance.amount().toString());
        }
        String printed = Programs.run(
                "bean-query",
                "-f",
                "csv",
                journal.toString(),
                "select account, sum(number) where date <= " + day + " group by account");
        Map<String, String> theirs = new TreeMap<>();
        printed.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            LedgerAccount account = BeancountAccounts.account(cells[0].strip());
            if (!cells[1].strip().matches("0(\\.00)?")) {
                theirs.put(account.code() + ":" + account.sub(), cells[1].strip());
            }
        });

        assertThat(theirs).as("balances on %s", day).isEqualTo(expected);
    }
}
