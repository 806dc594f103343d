package coop.laborfund.projections;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Balances;
import coop.laborfund.projections.store.ProjectionWriter;
import coop.laborfund.projections.store.ReadBarrier;
import coop.laborfund.projections.store.SqlFacts;
import coop.laborfund.projections.testing.TestHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Asked right after recording, with nobody else writing the read tables. */
class ReadModelsTest {

    private final TestHistory history = new TestHistory();
    private final ReadModels models = models();

    private ReadModels models() {
        DataSource database = TestDatabase.empty();
        ProjectionWriter writer = new ProjectionWriter(database, history);
        return new ReadModels(
                new SqlFacts(database), new ReadBarrier(writer, history, () -> false, Duration.ofSeconds(10)));
    }

    @Test
    void showWhatWasJustRecorded() {
        history.open("2023-01-05", Map.of());
        assertThat(models.funds()).extracting(FundOpening::village).containsExactly(TestHistory.VILLAGE);
        history.invest("2023-02-01", "H1", "1000");
        Balances balances = models.balances(TestHistory.FUND, null, null).orElseThrow();
        assertThat(balances.position()).isEqualTo(2);
        assertThat(balances.accounts())
                .containsExactly(
                        new Balance("102", "", Fen.ofYuan("1000")), new Balance("301", "H1", Fen.ofYuan("-1000")));
        assertThat(balances.debit()).isEqualTo(Fen.ofYuan("1000"));
        assertThat(balances.credit()).isEqualTo(Fen.ofYuan("1000"));
        assertThat(balances.accounts().getFirst().name()).isEqualTo("银行存款");
    }

    @Test
    void showADayAsItWasKnown() {
        history.open("2023-01-05", Map.of());
        long wrong = history.invest("2023-02-01", "H1", "1000");
        history.reverse("2023-02-10", wrong);
        LocalDate between = LocalDate.parse("2023-02-05");
        assertThat(models.balances(TestHistory.FUND, null, null).orElseThrow().accounts())
                .isEmpty();
        assertThat(models.balances(TestHistory.FUND, between, null)
                        .orElseThrow()
                        .accounts())
                .hasSize(2);
        assertThat(models.balances(TestHistory.FUND, null, wrong).orElseThrow().accounts())
                .hasSize(2);
        assertThat(models.balances(TestHistory.FUND, null, 99L).orElseThrow().position())
                .isEqualTo(3);
    }

    @Test
    void knowNoFundBeforeItsOpeningIsRecorded() {
        history.open("2023-01-05", Map.of());
        assertThat(models.balances("F9", null, null)).isEmpty();
        assertThat(models.balances(TestHistory.FUND, null, 0L)).isEmpty();
        assertThat(models.guarantees(TestHistory.FUND, 2023, LocalDate.parse("2022-01-01"), null, true))
                .isPresent();
    }

    @Test
    void takeTheEarliestDateThereIs() {
        history.open("0000-06-30", Map.of());
        assertThat(models.fund(TestHistory.FUND).orElseThrow().date()).isEqualTo(LocalDate.of(0, 6, 30));
    }
}
