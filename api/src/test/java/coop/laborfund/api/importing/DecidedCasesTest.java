package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.query.Balance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Histories that version 1 recorded although it should not have, or refused although they were right: what version 2 decides, worked
 * out by hand.
 */
class DecidedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/judging");

    private LedgerNode node;

    @BeforeEach
    void open() {
        node = TestNodes.open();
    }

    @AfterEach
    void close() {
        node.close();
    }

    /** Records a case, and answers its refused rows. */
    private List<String> given(String name) throws IOException {
        return record(name, Files.readAllBytes(CASES.resolve(name)));
    }

    /** Records rows of a fund: {@code ref date type column=value …}, a row a line. */
    private List<String> then(String fund, String rows) throws IOException {
        List<Map<String, String>> cells =
                rows.lines().map(row -> cells(fund, row.split(" ", -1))).toList();
        SequencedSet<String> columns = new LinkedHashSet<>();
        cells.forEach(row -> columns.addAll(row.keySet()));
        List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
        for (Map<String, String> row : cells) {
            lines.add(
                    columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining(",")));
        }
        return record("then.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> cells(String fund, String[] words) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("fund", fund);
        cells.put("ref", words[0]);
        cells.put("date", words[1]);
        cells.put("type", words[2]);
        Arrays.stream(words).skip(3).map(word -> word.split("=", 2)).forEach(cell -> cells.put(cell[0], cell[1]));
        return cells;
    }

    private List<String> record(String name, byte[] content) throws IOException {
        try {
            return new Importer(node.ledger(), new Requesters("test").next())
                    .run(List.of(MovementsFile.parse(name, content)), ImportMode.ACCEPT_VALID).refused().stream()
                            .map(note -> note.ref() + " " + note.code())
                            .toList();
        } catch (UnreadableFileException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private CapitalSafety capital(String fund, String day) {
        LocalDate date = LocalDate.parse(day);
        return node.readModels()
                .guarantees(fund, date.getYear(), date, null, true)
                .orElseThrow()
                .capitalSafety();
    }

    private String balance(String fund, String account, String sub) {
        return node.readModels().balances(fund, null, null).orElseThrow().accounts().stream()
                .filter(balance ->
                        balance.account().equals(account) && balance.sub().equals(sub))
                .map(Balance::amount)
                .findFirst()
                .map(Object::toString)
                .orElse("0.00");
    }

    @Test
    void closedMonthsBindWhatWasSetUp() throws Exception {
        assertThat(given("dom03.csv")).isEmpty();

        assertThat(then("D1-3", """
                        late1 2023-02-01 EXTEND_ADVANCE advance=A1 due=2023-12-01 resolution=r
                        late2 2023-06-01 CHANGE_HOUSEHOLD party=H2 size=1
                        late3 2023-06-01 LEAVE_FUND party=H2
                        late4 2023-06-01 ADMIT_HOUSEHOLD party=H3 size=1
                        open 2024-01-01 CHANGE_HOUSEHOLD party=H2 size=1
                        """))
                .containsExactly(
                        "late1 PERIOD_CLOSED", "late2 PERIOD_CLOSED", "late3 PERIOD_CLOSED", "late4 PERIOD_CLOSED");
    }

    /** The reserve pays by a resolution alone, and the company owes it what it paid. */
    @Test
    void aReservePayoutNeedsAResolutionAndLeavesAClaim() throws Exception {
        assertThat(given("dom07.csv")).containsExactly("8 MISSING_FIELD", "10 OVER_RECOVERY");

        assertThat(then("D1-7", """
                        p1 2023-10-01 PAY_GUARANTEE guarantee=CAPITAL_SAFETY payer=RESERVE advance=A2 amount=4000 year=2023 resolution=r
                        p2 2023-11-01 RECOVER_PAYOUT advance=A2 amount=4000.01
                        p3 2023-11-01 RECOVER_PAYOUT advance=A2 amount=4000
                        """)).containsExactly("p2 OVER_RECOVERY");
        assertThat(balance("D1-7", "235", "risk")).isEqualTo("-5000.00");
    }

    /** Of 2,100 in the bank 1,100 are the companies'. */
    @Test
    void sharesAreNotWithdrawnWithOtherPeoplesMoney() throws Exception {
        assertThat(given("dom09.csv")).containsExactly("12 INSUFFICIENT_FREE_CASH");
    }

    @Test
    void yearsThatNobodyMeantAreRefused() throws Exception {
        assertThat(given("dom12.csv")).containsExactly("6 MISSING_FIELD", "7 BAD_DATE");

        assertThat(then("D1-12", """
                        y1 2023-06-01 PAY_GUARANTEE guarantee=EMPLOYMENT_INCOME payer=RESERVE party=H1 amount=4 year=2032 resolution=r
                        y2 2023-06-01 RECORD_HOUSEHOLD_INCOME party=H1 amount=5 year=2022 source=FARM memo=m
                        """)).containsExactly("y1 YEAR_OUT_OF_RANGE", "y2 YEAR_OUT_OF_RANGE");
    }

    @Test
    void incomeRecordedTwiceCanBeUndoneThoughItWasSpent() throws Exception {
        assertThat(given("dom21.csv")).isEmpty();
        assertThat(balance("D1-21", "502", "")).isEqualTo("-100.00");
    }

    @Test
    void whatTheReservePaysComesOfItsPartsInOrder() throws Exception {
        assertThat(given("dom23.csv")).containsExactly("6 MISSING_FIELD");

        assertThat(then("D1-23", """
                        f1 2023-02-01 FUND_RESERVE amount=300 source=捐赠
                        f2 2023-06-01 PAY_GUARANTEE guarantee=COLLECTIVE_INCOME payer=RESERVE amount=2100 year=2023 resolution=r
                        """)).isEmpty();
        assertThat(balance("D1-23", "235", "risk")).isEqualTo("0.00");
        assertThat(balance("D1-23", "311", "risk")).isEqualTo("-200.00");
        assertThat(balance("D1-23", "529", "")).isEqualTo("0.00");
    }

    @Test
    void moneyForTheReserveIsNoShareCapital() throws Exception {
        assertThat(given("dom25.csv")).isEmpty();

        assertThat(balance("D1-25", "235", "risk")).isEqualTo("-5000.00");
        assertThat(capital("D1-25", "2023-02-01").reserve()).hasToString("5000.00");
    }

    /** Who lost half of it has not had the capital kept safe that year, though the books agree. */
    @Test
    void aLossIsSharedBeforeAnybodyLeavesAtPar() throws Exception {
        assertThat(given("dom26.csv")).containsExactly("10 LOSS_NOT_ALLOCATED", "11 LOSS_NOT_ALLOCATED");

        assertThat(then("D1-26", """
                        l1 2023-07-01 ALLOCATE_LOSS amount=5000 resolution=r
                        l2 2023-07-02 WITHDRAW_SHARES party=H1 amount=2500.01
                        l3 2023-07-02 WITHDRAW_SHARES party=H1 amount=2500
                        """)).containsExactly("l2 INSUFFICIENT_SHARES");
        CapitalSafety ofTheYear = capital("D1-26", "2023-12-31");
        assertThat(ofTheYear.verdict()).hasToString("BREACHED");
        assertThat(ofTheYear.allocated()).hasToString("5000.00");
        assertThat(ofTheYear.shortfall()).hasToString("5000.00");
        assertThat(capital("D1-26", "2024-01-01").verdict()).hasToString("MET");
    }

    @Test
    void decemberClosesAccountsThatCancelEachOther() throws Exception {
        assertThat(given("dom28.csv")).isEmpty();

        assertThat(node.readModels().balances("D1-28", null, null).orElseThrow().accounts())
                .isEmpty();
    }
}
