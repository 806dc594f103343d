package coop.laborfund.api.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.answer.RollUpAnswer.PlaceSummary;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.door.RollUpWatch;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Funds of some villages added up from a stored history, beside what the books say of each of them. */
class RollUpQuestionsTest {

    private static final Requester BY = new Requesters("test").next();
    private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

    /** By fund, in the order of recording. */
    private static final List<String> VILLAGES =
            List.of("532527100200", "532527100200", "532527100201", "532527101200", "532528100200", "130102001001");

    private static LedgerNode node;
    private static RollUpQuestions questions;

    @BeforeAll
    static void record() {
        node = TestNodes.open();
        questions = node.opened().part(RollUpQuestions.class);
        StringBuilder csv = new StringBuilder("ref,date,fund,type,party,amount,size,name,counterparty,source\n");
        for (int i = 0; i < VILLAGES.size(); i++) {
            String fund = "F" + i;
            csv.append("R1,2024-01-02,%s,OPEN_FUND,%s,,,示例,,\n".formatted(fund, VILLAGES.get(i)));
            for (int household = 0; household <= i; household++) {
                csv.append("A%2$d,2024-01-03,%1$s,ADMIT_HOUSEHOLD,H%2$d,,3,示例户,,\n".formatted(fund, household));
                csv.append("S%2$d,2024-01-04,%1$s,INVEST_SHARES,H%2$d,%3$d,,,,\n"
                        .formatted(fund, household, 1000 * (i + 1)));
                csv.append("W%2$d,2024-01-05,%1$s,REGISTER_WORKER,W%2$d,,,,H%2$d,\n".formatted(fund, household));
            }
            csv.append("P0,2024-01-06,%s,PLACE_WORKER,W0,,,,示例工厂,PUBLIC_POST\n".formatted(fund));
        }
        assertThat(TestNodes.importText(node, ImportMode.ALL_OR_NONE, csv.toString())
                        .refused())
                .isEmpty();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',13;53,6",
        "53,5325,5",
        "5325,532527;532528,5",
        "532527,532527100;532527101,4",
        "532527100,532527100200;532527100201,3",
        "532527100200,F0;F1,2",
        "99,'',0"
    })
    void eachLevelAddsUpTheFundsBelow(String code, String places, int funds) {
        RollUpAnswer answer = ask(code, moment(), RollUpWatch.NONE);

        assertThat(String.join(
                        ";", answer.rows().stream().map(PlaceSummary::place).toList()))
                .isEqualTo(places);
        assertThat(answer.total().funds()).isEqualTo(funds);
        Fen shares = Fen.ZERO;
        int households = 0;
        for (int i = 0; i < VILLAGES.size(); i++) {
            if (VILLAGES.get(i).startsWith(code)) {
                Verdicts own = node.readModels()
                        .guarantees("F" + i, 2024, DAY, null, false)
                        .orElseThrow();
                shares = shares.plus(own.capitalSafety().shares());
                households += own.employmentIncome().households().size();
            }
        }
        assertThat(answer.total().shares()).isEqualTo(shares.toString());
        assertThat(answer.total().households()).isEqualTo(households);
        assertThat(answer.total().unemployed()).isEqualTo(households - funds);
        assertThat(answer.total().placed()).containsEntry("PUBLIC_POST", funds).containsEntry("LOCAL", 0);
    }

    @Test
    void onlyWhatWasKnownCounts() {
        long third = node.history().head("F2").orElseThrow().position();
        Moment known = questions.moment(BY, null, DAY, third);
        assertThat(questions.count(BY, new Division("53"), known)).isLessThanOrEqualTo(5);
        RollUpAnswer answer = ask("53", known, RollUpWatch.NONE);
        assertThat(answer.position()).isEqualTo(third);
        assertThat(answer.total().funds()).isEqualTo(questions.count(BY, new Division("53"), known));
        Moment before = questions.moment(BY, null, DAY, 0L);
        assertThat(ask("", before, RollUpWatch.NONE).rows()).isEmpty();
        assertThat(questions.fund(BY, "F0", before)).isEmpty();
    }

    @Test
    void aFundIsSummedUpByItsHouseholds() {
        FundSummaryAnswer fund =
                questions.fund(BY, "F1", moment()).orElseThrow().answer();
        assertThat(fund.village()).isEqualTo("532527100200");
        assertThat(fund.rows())
                .extracting(FundSummaryAnswer.HouseholdRow::household, FundSummaryAnswer.HouseholdRow::employed)
                .containsExactly(tuple("H0", true), tuple("H1", false));
        assertThat(fund.total())
                .isEqualTo(
                        ask("532527100200", moment(), RollUpWatch.NONE).rows().get(1));
        assertThat(questions.fund(BY, "F99", moment())).isEmpty();
    }

    @Test
    void theWatchSeesEachFundAndMayEndIt() {
        AtomicInteger most = new AtomicInteger();
        ask("", moment(), (done, total) -> {
            assertThat(total).isEqualTo(VILLAGES.size());
            most.accumulateAndGet(done, Math::max);
            return true;
        });
        assertThat(most).hasValue(VILLAGES.size());
        assertThat(questions.rollUp(BY, new Division(""), moment(), (done, total) -> done < 2))
                .isEmpty();
    }

    private static Moment moment() {
        return questions.moment(BY, null, DAY, null);
    }

    private static RollUpAnswer ask(String code, Moment moment, RollUpWatch watch) {
        return questions
                .rollUp(BY, new Division(code), moment, watch)
                .orElseThrow()
                .answer();
    }
}
