package coop.laborfund.projections.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Labor.Placement;
import coop.laborfund.projections.fact.Labor.PlacementEnd;
import coop.laborfund.projections.fact.Labor.Training;
import coop.laborfund.projections.fact.Labor.Worker;
import coop.laborfund.projections.finding.Findings;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.finding.Severity;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.EventFacts;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.rollup.FundSummary.HouseholdSummary;
import coop.laborfund.projections.testing.MemoryVerdicts;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fund's summary is what its own answers say: balances, verdicts, findings, and its labor looked up in plain lists. */
class SummariesOfRandomHistoriesTest {

    private static final int EVENTS = 1_200;
    private static final int QUESTIONS = 40;
    private static final LocalDate LAST = LocalDate.of(2027, 1, 1);

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysWhatTheFundsOwnAnswersSay(long seed) {
        TestHistory history = RandomHistory.of(seed, EVENTS);
        EventFacts facts = EventFacts.of(history.events());
        Random random = new Random(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            Scope scope = scope(random, history, RandomHistory.FUNDS.get(i % 2));
            int year = RandomHistory.FIRST_YEAR + random.nextInt(RandomHistory.YEARS);
            FundSummaryFold fold = new FundSummaryFold(scope, year);
            history.events().forEach(fold::add);
            Optional<FundSummary> summary = fold.result();
            Optional<Verdicts> verdicts = MemoryVerdicts.of(history.events(), scope, year);
            String question = "seed %d, %s, %d".formatted(seed, scope, year);

            assertThat(summary.isPresent()).as(question).isEqualTo(verdicts.isPresent());
            summary.ifPresent(told -> {
                verdicts(question, told, verdicts.orElseThrow());
                findings(question, told, history.events(), scope);
                labor(question, told, facts, scope, year);
                households(question, told, verdicts.orElseThrow().employmentIncome(), facts.balances(scope));
            });
        }
    }

    private static void verdicts(String question, FundSummary told, Verdicts own) {
        assertThat(List.of(
                        told.shares(),
                        told.out(),
                        told.coverage(),
                        told.capitalShortfall(),
                        told.capitalSafety(),
                        told.received(),
                        told.target(),
                        told.villageShortfall(),
                        told.collectiveIncome(),
                        told.employmentIncome(),
                        told.householdShortfall()))
                .as(question)
                .containsExactly(
                        own.capitalSafety().shares(),
                        own.capitalSafety().outstanding(),
                        own.capitalSafety().coverage(),
                        own.capitalSafety().shortfall(),
                        own.capitalSafety().verdict(),
                        own.collectiveIncome().received(),
                        own.collectiveIncome().target(),
                        own.collectiveIncome().shortfall(),
                        own.collectiveIncome().verdict(),
                        own.employmentIncome().verdict(),
                        own.employmentIncome().shortfall());
        Summary one = Summary.of(told);
        assertThat(one.satisfied())
                .as(question)
                .isEqualTo(own.employmentIncome().satisfied());
        assertThat(one.judged()).as(question).isEqualTo(own.employmentIncome().total());
    }

    private static void findings(String question, FundSummary told, List<RecordedEvent> events, Scope scope) {
        FindingsFold fold = new FindingsFold(scope);
        events.forEach(fold::add);
        Findings own = fold.result();
        assertThat(told.checks()).as(question).isEqualTo(own.of(Severity.CHECK).size());
        assertThat(told.notes()).as(question).isEqualTo(own.of(Severity.NOTE).size());
    }

    private static void labor(String question, FundSummary told, EventFacts facts, Scope scope, int year) {
        Set<String> ended = facts.counted(PlacementEnd.class, scope).stream()
                .map(PlacementEnd::placement)
                .collect(Collectors.toSet());
        Map<PlacementKind, Set<String>> workers = new TreeMap<>();
        facts.counted(Placement.class, scope).stream()
                .filter(placement -> !ended.contains(placement.ref()))
                .forEach(placement -> workers.computeIfAbsent(placement.kind(), kind -> new HashSet<>())
                        .add(placement.worker()));
        Map<PlacementKind, Integer> placed = new TreeMap<>();
        workers.forEach((kind, those) -> placed.put(kind, those.size()));
        assertThat(told.placed()).as(question).isEqualTo(placed);
        assertThat(told.trainings()).as(question).isEqualTo((int) facts.counted(Training.class, scope).stream()
                .filter(training -> training.date().getYear() == year)
                .count());
        Map<String, String> households = new HashMap<>();
        facts.counted(Worker.class, scope).forEach(worker -> households.put(worker.worker(), worker.household()));
        Set<String> employed = workers.values().stream()
                .flatMap(Set::stream)
                .map(households::get)
                .collect(Collectors.toSet());
        assertThat(told.households())
                .as(question)
                .allSatisfy(household ->
                        assertThat(household.employed()).isEqualTo(employed.contains(household.household())));
    }

    private static void households(String question, FundSummary told, EmploymentIncome own, List<Balance> balances) {
        Map<String, Fen> shares = balances.stream()
                .filter(balance -> balance.account().equals("301"))
                .collect(Collectors.toMap(
                        Balance::sub, balance -> balance.amount().negate()));
        assertThat(told.households())
                .as(question)
                .extracting(HouseholdSummary::household)
                .containsExactlyElementsOf(own.households().stream()
                        .map(EmploymentIncome.HouseholdVerdict::household)
                        .toList());
        for (int i = 0; i < told.households().size(); i++) {
            HouseholdSummary household = told.households().get(i);
            EmploymentIncome.HouseholdVerdict verdict = own.households().get(i);
            assertThat(household)
                    .as(question)
                    .isEqualTo(new HouseholdSummary(
                            verdict.household(),
                            shares.getOrDefault(verdict.household(), Fen.ZERO),
                            verdict.income(),
                            verdict.line(),
                            verdict.shortfall(),
                            verdict.months(),
                            verdict.verdict(),
                            household.employed()));
        }
    }

    private static Scope scope(Random random, TestHistory history, String fund) {
        Scope scope = RandomHistory.scope(random, history, fund);
        return scope.asOf().isAfter(LAST) ? new Scope(fund, LAST, scope.knownAt()) : scope;
    }
}
