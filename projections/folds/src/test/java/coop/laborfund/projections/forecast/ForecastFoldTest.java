package coop.laborfund.projections.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.projections.forecast.Forecast.Change;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On random histories: the forecast is what the judge says day by day of what has happened, and its ways do keep the verdict. */
class ForecastFoldTest {

    private static final int EVENTS = 300;
    private static final int QUESTIONS = 5;

    /** Of which some verdicts get worse, so that ways are tried. */
    private static final List<Long> KNOWN = List.of(1L, 2L, 3L);

    static List<Long> seeds() {
        return Stream.concat(KNOWN.stream(), Stream.of(new Random().nextLong())).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatTheJudgeSaysDayByDay(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        Random random = new Random(seed);
        int worse = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = RandomHistory.scope(random, history, RandomHistory.FUNDS.get(i % 2));
            int year = RandomHistory.FIRST_YEAR + random.nextInt(RandomHistory.YEARS);
            if (scope.asOf().getYear() > RandomHistory.FIRST_YEAR + 10) {
                continue;
            }
            List<RecordedEvent> happened = happened(history.events(), scope);
            ForecastFold fold = new ForecastFold(scope, year);
            history.events().forEach(fold::add);
            fold.result().ifPresent(forecast -> {
                LocalDate last = forecast.until().plusDays(40);
                assertThat(told(forecast))
                        .as("seed %d, %s, year %d", seed, scope, year)
                        .isEqualTo(dayByDay(happened, scope, year, last));
            });
            worse += fold.result().stream()
                    .flatMap(forecast -> forecast.changes().stream())
                    .mapToInt(change -> check(change, happened, scope, year, seed))
                    .sum();
        }
        assertThat(worse > 0 || !KNOWN.contains(seed)).as("seed %d", seed).isTrue();
    }

    /** Funds that went through the rules; {@code -Dlaborfund.forecast.funds=100} for more of them. */
    @Test
    void isWhatTheJudgeSaysDayByDayOfFundsThatWentThroughTheRules() {
        int funds = Integer.getInteger("laborfund.forecast.funds", 5);
        long seed = Long.getLong("laborfund.seed", new Random().nextInt(1_000_000));
        System.out.println("ForecastFoldTest: seeds from " + seed + " (-Dlaborfund.seed=" + seed + ")");
        int changes = 0;
        for (int i = 0; i < funds; i++) {
            List<RecordedEvent> events = RowHistory.plausible(new Randomly(seed + i), 400);
            LocalDate day = events.get(events.size() / 2).event().date();
            Scope scope = new Scope(TestHistory.FUND, day, Long.MAX_VALUE);
            ForecastFold fold = new ForecastFold(scope, day.getYear());
            events.forEach(fold::add);
            Forecast forecast = fold.result().orElseThrow();
            assertThat(told(forecast))
                    .as("seed %d", seed + i)
                    .isEqualTo(dayByDay(
                            happened(events, scope),
                            scope,
                            day.getYear(),
                            forecast.until().plusDays(2)));
            changes += forecast.changes().size();
        }
        assertThat(changes).isGreaterThan(funds);
    }

    /** What is dated by the day and known, by posting date where it posts. */
    private static List<RecordedEvent> happened(List<RecordedEvent> events, Scope scope) {
        return events.stream()
                .filter(event -> {
                    boolean posts = !Postings.of(event.event()).lines().isEmpty();
                    LocalDate date = posts
                            ? Postings.of(event.event()).date()
                            : event.event().date();
                    return scope.has(event.event().fund(), date, event.position());
                })
                .toList();
    }

    private static List<String> told(Forecast forecast) {
        return forecast.changes().stream()
                .map(change -> change.day() + " " + change.guarantee() + " " + change.subject() + " " + change.from()
                        + " " + change.to())
                .sorted()
                .toList();
    }

    private static List<String> dayByDay(List<RecordedEvent> happened, Scope scope, int year, LocalDate last) {
        List<String> changes = new ArrayList<>();
        Map<String, Verdict> before = verdicts(happened, scope, year, scope.asOf());
        for (LocalDate day = scope.asOf().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            Map<String, Verdict> after = verdicts(happened, scope, year, day);
            for (Map.Entry<String, Verdict> each : after.entrySet()) {
                Verdict from = before.get(each.getKey());
                if (from != null && from != each.getValue()) {
                    changes.add(day + " " + each.getKey() + " " + from + " " + each.getValue());
                }
            }
            before = after;
        }
        return changes.stream().sorted().toList();
    }

    private static SortedMap<String, Verdict> verdicts(
            List<RecordedEvent> happened, Scope scope, int year, LocalDate day) {
        Scope asked = new Scope(scope.fund(), day, Long.MAX_VALUE);
        FundFold fold = new FundFold(asked);
        happened.forEach(fold::add);
        Verdicts verdicts = fold.result().verdicts(asked, year).orElseThrow();
        SortedMap<String, Verdict> told = new TreeMap<>();
        told.put("CAPITAL_SAFETY FUND", verdicts.capitalSafety().verdict());
        told.put(
                "COLLECTIVE_INCOME " + verdicts.collectiveIncome().village(),
                verdicts.collectiveIncome().verdict());
        told.put("EMPLOYMENT_INCOME FUND", verdicts.employmentIncome().verdict());
        verdicts.employmentIncome()
                .households()
                .forEach(each -> told.put("EMPLOYMENT_INCOME " + each.household(), each.verdict()));
        return told;
    }

    /** Does what each way says, and judges again. */
    private static int check(Change change, List<RecordedEvent> happened, Scope scope, int year, long seed) {
        for (List<Remedy> way : change.ways()) {
            List<RecordedEvent> mended = new ArrayList<>(happened);
            for (Remedy remedy : way) {
                for (FundEvent event : movements(remedy, change, scope, year, happened)) {
                    long position = mended.isEmpty() ? 1 : mended.getLast().position() + 1;
                    mended.add(new RecordedEvent(position, position, Instant.EPOCH, event));
                }
            }
            Map<String, Verdict> after = verdicts(mended, scope, year, change.day());
            Verdict kept = after.get(change.guarantee() + " " + change.subject());
            assertThat(kept == null || kept.isWorseThan(change.from()))
                    .as("seed %d, %s, %s by %s: %s", seed, scope, change, way, kept)
                    .isFalse();
        }
        return change.to().isWorseThan(change.from()) ? 1 : 0;
    }

    private static List<FundEvent> movements(
            Remedy remedy, Change change, Scope scope, int year, List<RecordedEvent> happened) {
        Voucher voucher = new Voucher(scope.fund(), "remedy-" + remedy, change.day(), "");
        String village = TestHistory.VILLAGE;
        return switch (remedy) {
            case Remedy.Repayment r -> List.of(new AdvanceRepaid(voucher, r.advance(), r.company(), r.amount()));
            case Remedy.Reserve r -> List.of(new ReserveFunded(voucher, r.amount(), ReserveSource.FISCAL, Rules.V2));
            case Remedy.Remittance r -> List.of(new CollectiveIncomeRemitted(voucher, village, r.amount()));
            case Remedy.VillageIncome r ->
                List.of(new CollectiveIncomeRecorded(
                        voucher, village, r.amount(), IncomeSource.OPERATING, IncomeRoute.DIRECT, Rules.V2));
            case Remedy.HouseholdIncome r ->
                List.of(new HouseholdIncomeRecorded(
                        voucher, r.household(), year, r.amount(), HouseholdIncomeSource.FARM));
            case Remedy.Months r -> months(r, voucher, scope, year, change.day(), happened);
        };
    }

    /** A worker of the household with all the months that it needs; the money of them is taken out of nothing else. */
    private static List<FundEvent> months(
            Remedy.Months remedy, Voucher voucher, Scope scope, int year, LocalDate day, List<RecordedEvent> happened) {
        Scope asked = new Scope(scope.fund(), day, Long.MAX_VALUE);
        FundFold fold = new FundFold(asked);
        happened.forEach(fold::add);
        int proved = fold.result().verdicts(asked, year).orElseThrow().employmentIncome().households().stream()
                .filter(each -> each.household().equals(remedy.household()))
                .mapToInt(HouseholdVerdict::months)
                .sum();
        List<FundEvent> wages = new ArrayList<>();
        for (int month = 1; month <= proved + remedy.months(); month++) {
            wages.add(new WageConfirmed(
                    new Voucher(voucher.fund(), voucher.ref() + month, voucher.date(), ""),
                    "remedy",
                    remedy.household(),
                    "工厂",
                    YearMonth.of(year, month),
                    Fen.ofYuan("20000")));
        }
        return wages;
    }

    @Test
    void namesDayAmountAndVoucherOfWhatWouldKeepEachGuarantee() {
        TestHistory history = new TestHistory();
        history.open(
                "2023-01-01", Map.of("reserveRate", "0", "advanceGraceDays", "30", "collectiveTarget.2023", "10000"));
        history.admit("2023-01-01", "H1", 1);
        history.invest("2023-01-02", "H1", "10000");
        history.earn("2023-01-15", IncomeSource.OPERATING, "5000");
        history.advance("2023-02-01", "C1", "A1", "8000", "2023-06-30");
        ForecastFold fold =
                new ForecastFold(new Scope(TestHistory.FUND, LocalDate.of(2023, 3, 1), Long.MAX_VALUE), 2023);
        history.events().forEach(fold::add);

        Forecast forecast = fold.result().orElseThrow();

        Remedy repayment = new Remedy.Repayment("C1", "A1", Fen.ofYuan("8000"));
        assertThat(forecast.changes().stream().filter(change -> change.guarantee() != Guarantee.EMPLOYMENT_INCOME))
                .containsExactly(
                        new Change(
                                LocalDate.of(2023, 7, 1),
                                Guarantee.CAPITAL_SAFETY,
                                Forecast.FUND,
                                Verdict.MET,
                                Verdict.AT_RISK,
                                List.of(List.of(repayment))),
                        // 183 of 365 days have gone by, and 10,000 × 183 / 365 is 5,013.699.
                        new Change(
                                LocalDate.of(2023, 7, 2),
                                Guarantee.COLLECTIVE_INCOME,
                                TestHistory.VILLAGE,
                                Verdict.ON_TRACK,
                                Verdict.AT_RISK,
                                List.of(List.of(new Remedy.VillageIncome(Fen.ofYuan("13.70"))))),
                        new Change(
                                LocalDate.of(2023, 7, 31),
                                Guarantee.CAPITAL_SAFETY,
                                Forecast.FUND,
                                Verdict.AT_RISK,
                                Verdict.BREACHED,
                                List.of(List.of(repayment))),
                        new Change(
                                LocalDate.of(2023, 12, 31),
                                Guarantee.COLLECTIVE_INCOME,
                                TestHistory.VILLAGE,
                                Verdict.AT_RISK,
                                Verdict.BREACHED,
                                List.of(List.of(new Remedy.VillageIncome(Fen.ofYuan("5000.00"))))));
    }
}
