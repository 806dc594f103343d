package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.ReasonAnswer;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.CollectiveIncomeTarget;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Histories that a careful accountant found wrongly judged, and what is right for them, worked out by hand. All invented. */
class JudgingCasesTest {

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
        try {
            MovementsFile file = MovementsFile.parse(name, Files.readAllBytes(CASES.resolve(name)));
            return new Importer(node.ledger(), new Requesters("test").next())
                    .run(List.of(file), ImportMode.ACCEPT_VALID).refused().stream()
                            .map(note -> note.ref() + " " + note.code())
                            .toList();
        } catch (UnreadableFileException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Verdicts judged(String fund, int year, String day) {
        return node.readModels()
                .guarantees(fund, year, LocalDate.parse(day), null, true)
                .orElseThrow();
    }

    private String capital(String fund, String day) {
        LocalDate date = LocalDate.parse(day);
        CapitalSafety capital = judged(fund, date.getYear(), day).capitalSafety();
        return "%s: shares %s, coverage %s with good %s, secured %s; lacks %s"
                .formatted(
                        capital.verdict(),
                        capital.shares(),
                        capital.coverage(),
                        capital.goodAdvances(),
                        capital.secured(),
                        capital.shortfall());
    }

    private String village(String fund, int year, String day) {
        CollectiveIncomeTarget village = judged(fund, year, day).collectiveIncome();
        return "%s: earned %s, unremitted %s, received %s, paid %s of %s; lacks %s"
                .formatted(
                        village.verdict(),
                        village.earned(),
                        village.unremitted(),
                        village.received(),
                        village.paid(),
                        village.target(),
                        village.shortfall());
    }

    private String employment(String fund, int year, String day) {
        EmploymentIncome employment = judged(fund, year, day).employmentIncome();
        return "%s: %d of %d; lacks %s"
                .formatted(employment.verdict(), employment.satisfied(), employment.total(), employment.shortfall());
    }

    private String household(String fund, int year, String day) {
        HouseholdVerdict household =
                judged(fund, year, day).employmentIncome().households().getFirst();
        return "%s %s: months %d, short %d; income %s, paid %s of %s; lacks %s"
                .formatted(
                        household.household(),
                        household.verdict(),
                        household.months(),
                        household.monthsShort(),
                        household.income(),
                        household.paid(),
                        household.line(),
                        household.shortfall());
    }

    private static List<String> chinese(List<ReasonAnswer> reasons) {
        return reasons.stream().map(ReasonAnswer::zh).toList();
    }

    /** 10,000 in shares; of 5,000 advanced all was written off, which a stranger's deposit of 5,000 does not bring back. */
    @Test
    void aStrangersDepositCoversNoLoss() throws Exception {
        assertThat(given("dom01.csv")).isEmpty();

        assertThat(capital("D1-1", "2023-03-01"))
                .isEqualTo("MET: shares 10000.00, coverage 10000.00 with good 5000.00, secured 0.00; lacks 0.00");
        assertThat(capital("D1-1", "2023-03-31"))
                .isEqualTo("AT_RISK: shares 10000.00, coverage 10000.00 with good 5000.00, secured 0.00; lacks 0.00");
        assertThat(capital("D1-1", "2023-04-01"))
                .isEqualTo("BREACHED: shares 10000.00, coverage 5000.00 with good 0.00, secured 0.00; lacks 5000.00");
        assertThat(capital("D1-1", "2023-06-15"))
                .isEqualTo("BREACHED: shares 10000.00, coverage 5000.00 with good 0.00, secured 0.00; lacks 5000.00");
        assertThat(capital("D1-1", "2023-06-30"))
                .isEqualTo("BREACHED: shares 10000.00, coverage 5000.00 with good 0.00, secured 0.00; lacks 5000.00");
    }

    /** A whole year without anything: of the 31st nothing can be put off. */
    @Test
    void theYearIsOverOnItsLastDay() throws Exception {
        assertThat(given("dom02.csv")).isEmpty();

        assertThat(village("D1-2", 2023, "2023-12-30"))
                .isEqualTo("AT_RISK: earned 0.00, unremitted 0.00, received 0.00, paid 0.00 of 1000.00; lacks 1000.00");
        assertThat(village("D1-2", 2023, "2023-12-31"))
                .isEqualTo(
                        "BREACHED: earned 0.00, unremitted 0.00, received 0.00, paid 0.00 of 1000.00; lacks 1000.00");
        assertThat(employment("D1-2", 2023, "2023-12-30")).isEqualTo("AT_RISK: 0 of 1; lacks 1000.00");
        assertThat(employment("D1-2", 2023, "2023-12-31")).isEqualTo("BREACHED: 0 of 1; lacks 1000.00");
        assertThat(household("D1-2", 2023, "2023-12-31"))
                .isEqualTo("H1 BREACHED: months 0, short 3; income 0.00, paid 0.00 of 1000.00; lacks 1000.00");
    }

    /** 11,000 to one company is more than the shares; what is declared for the village counts when it has it, a day later. */
    @Test
    void theVillageHasItsIncomeWhenItIsRemitted() throws Exception {
        assertThat(given("dom04.csv")).containsExactly("8 OVER_COMPANY_CAP");

        assertThat(village("D1-4", 2023, "2023-12-31"))
                .isEqualTo("MET: earned 1000.00, unremitted 0.00, received 1000.00, paid 0.00 of 1000.00; lacks 0.00");
        assertThat(village("D1-4", 2024, "2024-05-01"))
                .isEqualTo(
                        "AT_RISK: earned 1000.00, unremitted 1000.00, received 0.00, paid 0.00 of 1000.00; lacks 1000.00");
        assertThat(village("D1-4", 2024, "2024-05-02"))
                .isEqualTo("MET: earned 1000.00, unremitted 0.00, received 1000.00, paid 0.00 of 1000.00; lacks 0.00");
    }

    /** A dividend that bounced counts in the year of its payment and is taken off in that of its return; a fen is no wage. */
    @Test
    void aDividendCountsAndBouncesByItsOwnDates() throws Exception {
        assertThat(given("dom05.csv")).isEmpty();

        assertThat(household("D1-5", 2023, "2024-01-05"))
                .isEqualTo("H1 BREACHED: months 0, short 1; income 10.01, paid 0.00 of 10.00; lacks 0.00");
        assertThat(household("D1-5", 2024, "2024-01-05"))
                .isEqualTo("H1 AT_RISK: months 0, short 1; income -10.00, paid 0.00 of 10.00; lacks 20.00");
    }

    /** Spent in February, put in in March: on the days between the bank was below zero, and so was the coverage. */
    @Test
    void aBankBalanceBelowZeroCoversLessThanNothing() throws Exception {
        assertThat(given("dom06.csv")).isEmpty();

        assertThat(capital("D1-6", "2023-02-01"))
                .isEqualTo("BREACHED: shares 0.00, coverage -500.00 with good 0.00, secured 0.00; lacks 500.00");
        assertThat(capital("D1-6", "2023-03-01"))
                .isEqualTo("BREACHED: shares 1000.00, coverage 500.00 with good 0.00, secured 0.00; lacks 500.00");
    }

    /** Due on 1 March, extended on 31 December to 2026: ten months too late to be good again. */
    @Test
    void anExtensionAfterTenMonthsChangesNothing() throws Exception {
        assertThat(given("dom08.csv")).isEmpty();

        for (String day : List.of("2023-12-30", "2023-12-31", "2024-06-30")) {
            assertThat(capital("D1-8", day))
                    .isEqualTo(
                            "BREACHED: shares 10000.00, coverage 5000.00 with good 0.00, secured 0.00; lacks 5000.00");
        }
        assertThat(chinese(ReasonAnswer.of(
                        judged("D1-8", 2023, "2023-12-31").capitalSafety().reasons())))
                .containsExactly(
                        "保障 5000.00 元,少于股金和本年已分摊亏损 10000.00 元,缺 5000.00 元。",
                        "公司 C1 的投放 A1 于 2023-03-01 到期,已超过宽限期,未收回本金 5000.00 元,不再算作保障。");
    }

    /** Opened on 1 December, joined on the 20th: both are first judged for 2024, when 4 people need 4,000 each. */
    @Test
    void whoJoinsInDecemberIsJudgedForTheNextYear() throws Exception {
        assertThat(given("dom10.csv")).isEmpty();

        assertThat(village("D1-10", 2023, "2023-12-31"))
                .isEqualTo(
                        "NOT_STARTED: earned 0.00, unremitted 0.00, received 0.00, paid 0.00 of 50000.00; lacks 50000.00");
        assertThat(employment("D1-10", 2023, "2023-12-31")).isEqualTo("NOT_STARTED: 0 of 0; lacks 0.00");
        assertThat(household("D1-10", 2023, "2023-12-31"))
                .isEqualTo("H1 NOT_STARTED: months 0, short 3; income 0.00, paid 0.00 of 16000.00; lacks 16000.00");
        assertThat(employment("D1-10", 2024, "2024-12-31")).isEqualTo("BREACHED: 0 of 1; lacks 16000.00");
    }

    @Test
    void nobodyToJudgeIsNotMet() throws Exception {
        assertThat(given("dom11.csv")).isEmpty();

        assertThat(capital("D1-11", "2023-12-31"))
                .isEqualTo("MET: shares 0.00, coverage 0.00 with good 0.00, secured 0.00; lacks 0.00");
        assertThat(employment("D1-11", 2023, "2023-12-31")).isEqualTo("NOT_STARTED: 0 of 0; lacks 0.00");
    }

    /** Everything asked is zero but one month of work, which a fen does not prove. */
    @Test
    void aLineOfZeroDoesNotMakeAFenAWage() throws Exception {
        assertThat(given("dom13.csv")).isEmpty();

        assertThat(capital("D1-13", "2023-12-31"))
                .isEqualTo("MET: shares 1000.00, coverage 1500.00 with good 0.00, secured 0.00; lacks 0.00");
        assertThat(village("D1-13", 2023, "2023-12-31"))
                .isEqualTo("MET: earned 0.00, unremitted 0.00, received 0.00, paid 0.00 of 0.00; lacks 0.00");
        assertThat(household("D1-13", 2023, "2023-12-31"))
                .isEqualTo("H1 BREACHED: months 0, short 1; income 0.01, paid 0.00 of 0.00; lacks 0.00");
    }

    /** 5,000 in, 1,000 of income paid out as dividend and 1,000 spent on top of it: the last came out of the shares. */
    @Test
    void whatIsSpentBeyondTheSurplusIsCapital() throws Exception {
        given("dom14.csv");

        assertThat(capital("D1-14", "2023-02-28"))
                .isEqualTo("MET: shares 5000.00, coverage 5000.00 with good 0.00, secured 0.00; lacks 0.00");
        assertThat(capital("D1-14", "2023-03-01"))
                .isEqualTo("BREACHED: shares 5000.00, coverage 4000.00 with good 0.00, secured 0.00; lacks 1000.00");
    }

    /** A return of 1,000 was declared to the village and the same 1,000 spent: it has nothing, and the capital lacks it too. */
    @Test
    void whatTheVillageDoesNotHaveDoesNotCount() throws Exception {
        assertThat(given("dom22.csv")).isEmpty();

        assertThat(village("D1-22", 2023, "2023-12-31"))
                .isEqualTo(
                        "BREACHED: earned 1000.00, unremitted 1000.00, received 0.00, paid 0.00 of 1000.00; lacks 1000.00");
        assertThat(chinese(ReasonAnswer.of(
                        judged("D1-22", 2023, "2023-12-31").collectiveIncome().reasons())))
                .containsExactly("到账 0.00 元、代偿 0.00 元,目标 1000.00 元,缺 1000.00 元。", "另有 1000.00 元还在基金,没有拨付给村集体。");
        assertThat(capital("D1-22", "2023-12-31"))
                .isEqualTo(
                        "BREACHED: shares 10000.00, coverage 9000.00 with good 10000.00, secured 0.00; lacks 1000.00");
    }

    /** Past due since 4 March with 5,000; its company's deposit of 500 covers that much until it is given back. */
    @Test
    void aDepositGivenBackCoversNothing() throws Exception {
        assertThat(given("dom24.csv")).isEmpty();

        assertThat(capital("D1-24", "2023-05-31"))
                .isEqualTo("BREACHED: shares 10000.00, coverage 5500.00 with good 0.00, secured 500.00; lacks 4500.00");
        assertThat(capital("D1-24", "2023-06-01"))
                .isEqualTo("BREACHED: shares 10000.00, coverage 5000.00 with good 0.00, secured 0.00; lacks 5000.00");
    }

    /** Three confirmations of a fen, of a post of 30 days; the income is a transfer. */
    @Test
    void wagesOfAFenProveNoMonth() throws Exception {
        assertThat(given("dom27.csv")).isEmpty();

        assertThat(household("D1-27", 2023, "2023-12-31"))
                .isEqualTo("H1 BREACHED: months 0, short 3; income 1000.03, paid 0.00 of 1000.00; lacks 0.00");
        assertThat(chinese(ReasonAnswer.of(judged("D1-27", 2023, "2023-12-31")
                        .employmentIncome()
                        .households()
                        .getFirst()
                        .reasons())))
                .containsExactly(
                        "没有一个月的工资算数,需要同一劳动力 3 个月。",
                        "劳动力 W 的 2023-01 工资 0.01 元,少 99.99 元,不算一个月。",
                        "劳动力 W 的 2023-02 工资 0.01 元,少 99.99 元,不算一个月。",
                        "劳动力 W 的 2023-03 工资 0.01 元,少 99.99 元,不算一个月。",
                        "本年工资在 2024-03-31 以前仍可补办确认,判定以那一天为准较妥。");
    }
}
