package coop.laborfund.projections.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.rollup.FundSummary.HouseholdSummary;
import coop.laborfund.projections.rollup.RollUp.Row;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of funds by division: of random ones against plain sums, of some made by hand against figures said beforehand. */
class RollUpFoldTest {

    private static final List<String> VILLAGES =
            List.of("532527100200", "532527100201", "532527101200", "532528100200", "532601100200", "130102001001");

    private final TestHistory history = new TestHistory();

    @ParameterizedTest
    @ValueSource(strings = {"", "53", "5325", "532527", "532527100", "532527100200", "99"})
    void rowsAreThePlacesBelowAndAddUpToTheFunds(String code) {
        List<FundSummary> funds = funds(new Random().nextLong());
        Division division = new Division(code);
        RollUpFold fold = new RollUpFold(division);
        funds.forEach(fold::add);
        RollUp rollUp = fold.result();

        List<FundSummary> within =
                funds.stream().filter(fund -> fund.village().startsWith(code)).toList();
        equal(rollUp.total(), within);
        assertThat(rollUp.rows()).extracting(Row::place).isSorted().doesNotHaveDuplicates();
        for (Row row : rollUp.rows()) {
            equal(
                    row.summary(),
                    within.stream()
                            .filter(fund -> division.isVillage()
                                    ? fund.fund().equals(row.place())
                                    : fund.village().startsWith(row.place()))
                            .toList());
        }
        assertThat(rollUp.rows().stream()
                        .map(Row::summary)
                        .mapToInt(Summary::funds)
                        .sum())
                .isEqualTo(within.size());
    }

    /** Whatever order funds come in: several threads add them up. */
    @Test
    void theOrderOfFundsDoesNotMatter() {
        List<FundSummary> funds = funds(7);
        RollUpFold one = new RollUpFold(new Division("53"));
        RollUpFold other = new RollUpFold(new Division("53"));
        funds.forEach(one::add);
        funds.reversed().forEach(other::add);
        assertThat(other.result()).isEqualTo(one.result());
    }

    private static void equal(Summary summary, List<FundSummary> funds) {
        List<HouseholdSummary> households =
                funds.stream().flatMap(fund -> fund.households().stream()).toList();
        assertThat(summary.funds()).isEqualTo(funds.size());
        assertThat(summary.shares())
                .isEqualTo(sum(funds.stream().map(FundSummary::shares).toList()));
        assertThat(summary.out())
                .isEqualTo(sum(funds.stream().map(FundSummary::out).toList()));
        assertThat(summary.coverage())
                .isEqualTo(sum(funds.stream().map(FundSummary::coverage).toList()));
        assertThat(summary.capitalShortfall())
                .isEqualTo(sum(funds.stream().map(FundSummary::capitalShortfall).toList()));
        assertThat(summary.villageShortfall())
                .isEqualTo(sum(funds.stream().map(FundSummary::villageShortfall).toList()));
        assertThat(summary.householdShortfall())
                .isEqualTo(
                        sum(funds.stream().map(FundSummary::householdShortfall).toList()));
        assertThat(summary.checks())
                .isEqualTo(funds.stream().mapToInt(FundSummary::checks).sum());
        assertThat(summary.notes())
                .isEqualTo(funds.stream().mapToInt(FundSummary::notes).sum());
        assertThat(summary.households()).isEqualTo(households.size());
        assertThat(summary.unemployed()).isEqualTo((int)
                households.stream().filter(each -> !each.employed()).count());
        for (PlacementKind kind : PlacementKind.values()) {
            assertThat(summary.placed().getOrDefault(kind, 0))
                    .isEqualTo(funds.stream()
                            .mapToInt(fund -> fund.placed().getOrDefault(kind, 0))
                            .sum());
        }
    }

    private static Fen sum(List<Fen> amounts) {
        return amounts.stream().reduce(Fen.ZERO, Fen::plus);
    }

    /** Random funds, each put into a village by chance. */
    private static List<FundSummary> funds(long seed) {
        Random random = new Random(seed);
        List<FundSummary> funds = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TestHistory history = RandomHistory.of(random.nextLong(), 200);
            for (String fund : RandomHistory.FUNDS) {
                Scope scope = new Scope(fund, LocalDate.of(2024, 6, 30), history.lastPosition());
                FundSummaryFold fold = new FundSummaryFold(scope, 2024);
                history.events().forEach(fold::add);
                String village = VILLAGES.get(random.nextInt(VILLAGES.size()));
                fold.result().ifPresent(summary -> funds.add(moved(summary, fund + funds.size(), village)));
            }
        }
        return funds;
    }

    private static FundSummary moved(FundSummary fund, String id, String village) {
        return new FundSummary(
                id,
                fund.name(),
                village,
                fund.shares(),
                fund.out(),
                fund.coverage(),
                fund.capitalShortfall(),
                fund.capitalSafety(),
                fund.received(),
                fund.target(),
                fund.villageShortfall(),
                fund.collectiveIncome(),
                fund.employmentIncome(),
                fund.householdShortfall(),
                fund.placed(),
                fund.trainings(),
                fund.checks(),
                fund.notes(),
                fund.households());
    }

    /** H1's worker is placed, its end recorded and taken back; H2's placement is taken back; H3 never had one. */
    @Test
    void whatIsReversedOfAPlacementOrItsEndCountsNoMore() {
        history.open("2024-01-02", Map.of());
        for (String household : List.of("H1", "H2", "H3")) {
            history.admit("2024-01-03", household, 3);
            record("2024-01-03", head -> new WorkerRegistered(head, household + "-1", household));
        }
        long first = place("2024-02-01", "H1-1", PlacementKind.LOCAL);
        long second = place("2024-02-02", "H2-1", PlacementKind.PUBLIC_POST);
        long end = record("2024-03-01", head -> new PlacementEnded(head, "H1-1", "C1", "X" + first));
        assertLabor("2024-02-28", Map.of(PlacementKind.LOCAL, 1, PlacementKind.PUBLIC_POST, 1), 1);
        assertLabor("2024-03-01", Map.of(PlacementKind.PUBLIC_POST, 1), 2);
        history.reverse("2024-04-01", end);
        history.reverse("2024-04-02", second);
        assertLabor("2024-03-31", Map.of(PlacementKind.PUBLIC_POST, 1), 2);
        assertLabor("2024-04-01", Map.of(PlacementKind.LOCAL, 1, PlacementKind.PUBLIC_POST, 1), 1);
        assertLabor("2024-04-02", Map.of(PlacementKind.LOCAL, 1), 2);
        place("2024-05-01", "H1-1", PlacementKind.LOCAL);
        assertLabor("2024-05-01", Map.of(PlacementKind.LOCAL, 1), 2);
    }

    private long place(String date, String worker, PlacementKind kind) {
        return record(date, head -> new WorkerPlaced(head, worker, "C1", kind));
    }

    private long record(String date, Function<Voucher, FundEvent> event) {
        String ref = "X" + (history.lastPosition() + 1);
        return history.record(event.apply(new Voucher(TestHistory.FUND, ref, LocalDate.parse(date), "")));
    }

    private void assertLabor(String day, Map<PlacementKind, Integer> placed, int unemployed) {
        FundSummaryFold fold = new FundSummaryFold(
                new Scope(TestHistory.FUND, LocalDate.parse(day), Long.MAX_VALUE),
                LocalDate.parse(day).getYear());
        history.events().forEach(fold::add);
        Summary summary = Summary.of(fold.result().orElseThrow());
        assertThat(summary.placed()).as(day).isEqualTo(placed);
        assertThat(summary.unemployed()).as(day).isEqualTo(unemployed);
    }
}
