package coop.laborfund.projections.whatif;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.money.Apportionment;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.FundTotals;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.whatif.WhatIf.OtherFloor;
import coop.laborfund.projections.whatif.WhatIf.OtherVerdict;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Folds a fund's events twice, as they are and under a supposed policy, and says what differs. */
public final class WhatIfFold implements Fold<RecordedEvent, Optional<WhatIf>> {

    private final Scope scope;
    private final Map<String, String> policy;
    private final SupposedPolicy suppose;
    private final FundFold actual;
    private final FundFold supposed;
    private final CountedEvents<DeclaredFold> declared;
    private final DecidedAgain decided = new DecidedAgain();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    /**
     * @param scope the fund, the day on which verdicts are given, and as far as was known
     * @param policy the supposed values, canonical texts by written key
     */
    public WhatIfFold(Scope scope, Map<String, String> policy) {
        this.scope = scope;
        this.policy = policy;
        suppose = new SupposedPolicy(policy);
        actual = new FundFold(scope);
        supposed = new FundFold(scope);
        declared = new CountedEvents<>(scope, new DeclaredFold());
    }

    /** Events of other funds, and those recorded later, are passed over. */
    @Override
    public void add(RecordedEvent recorded) {
        if (!scope.onAnyDay().has(recorded.event().fund(), recorded.event().date(), recorded.position())) {
            return;
        }
        RecordedEvent changed = suppose.suppose(recorded);
        boolean counts = !recorded.event().date().isAfter(scope.asOf());
        decided.add(recorded, changed, counts);
        actual.add(recorded);
        supposed.add(changed);
        declared.add(recorded);
        LocalDate date = recorded.event().date();
        if (counts) {
            first = date.isBefore(first) ? date : first;
            last = date.isAfter(last) ? date : last;
        }
    }

    /** Empty where the fund was not open. */
    @Override
    public Optional<WhatIf> result() {
        if (!decided.actual().isOpen()) {
            return Optional.empty();
        }
        List<OtherVerdict> verdicts = new ArrayList<>();
        List<OtherFloor> floors = new ArrayList<>();
        FundTotals was = actual.result();
        FundTotals would = supposed.result();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            verdicts(year, was, would, verdicts);
            floors(year, floors);
        }
        return Optional.of(new WhatIf(
                scope.fund(),
                scope.asOf(),
                scope.knownAt(),
                new TreeMap<>(policy),
                List.copyOf(verdicts),
                decided.refusals(),
                List.copyOf(floors),
                decided.undecided()));
    }

    private void verdicts(int year, FundTotals actually, FundTotals supposedly, List<OtherVerdict> differing) {
        Verdicts was = actually.verdicts(scope, year).orElseThrow();
        Verdicts would = supposedly.verdicts(scope, year).orElseThrow();
        // The capital's verdict is of the day, whatever the year.
        if (year == last.getYear()) {
            add(
                    differing,
                    new OtherVerdict(
                            year,
                            Guarantee.CAPITAL_SAFETY,
                            WhatIf.FUND,
                            was.capitalSafety().verdict(),
                            would.capitalSafety().verdict(),
                            was.capitalSafety().shortfall(),
                            would.capitalSafety().shortfall()));
        }
        add(
                differing,
                new OtherVerdict(
                        year,
                        Guarantee.COLLECTIVE_INCOME,
                        was.collectiveIncome().village(),
                        was.collectiveIncome().verdict(),
                        would.collectiveIncome().verdict(),
                        was.collectiveIncome().shortfall(),
                        would.collectiveIncome().shortfall()));
        add(
                differing,
                household(
                        year,
                        WhatIf.FUND,
                        was.employmentIncome().verdict(),
                        would.employmentIncome().verdict(),
                        was.employmentIncome().shortfall(),
                        would.employmentIncome().shortfall()));
        List<HouseholdVerdict> others = would.employmentIncome().households();
        for (int i = 0; i < others.size(); i++) {
            HouseholdVerdict one = was.employmentIncome().households().get(i);
            HouseholdVerdict another = others.get(i);
            add(
                    differing,
                    household(
                            year,
                            one.household(),
                            one.verdict(),
                            another.verdict(),
                            one.shortfall(),
                            another.shortfall()));
        }
    }

    private static OtherVerdict household(
            int year, String subject, Verdict was, Verdict would, Fen lacked, Fen wouldLack) {
        return new OtherVerdict(year, Guarantee.EMPLOYMENT_INCOME, subject, was, would, lacked, wouldLack);
    }

    private static void add(List<OtherVerdict> differing, OtherVerdict verdict) {
        if (verdict.actual() != verdict.supposed() || !verdict.actualShortfall().equals(verdict.supposedShortfall())) {
            differing.add(verdict);
        }
    }

    /** Of days that have gone by, on the shares as they are recorded; by the rate in force at the end of them. */
    private void floors(int year, List<OtherFloor> differing) {
        LocalDate yearEnd = LocalDate.of(year, Month.DECEMBER, Month.DECEMBER.maxLength());
        LocalDate to = scope.asOf().isBefore(yearEnd) ? scope.asOf() : yearEnd;
        SequencedMap<String, BigInteger> shareDays =
                decided.actual().shareHistory().shareDays(LocalDate.ofYearDay(year, 1), to);
        Map<String, Fen> was = floors(decided.actual(), to, shareDays);
        Map<String, Fen> would = floors(decided.supposed(), to, shareDays);
        Set<String> households = new TreeSet<>(Ids.ORDER);
        households.addAll(was.keySet());
        households.addAll(would.keySet());
        for (String household : households) {
            Fen actually = was.getOrDefault(household, Fen.ZERO);
            Fen supposedly = would.getOrDefault(household, Fen.ZERO);
            if (!actually.equals(supposedly)) {
                differing.add(new OtherFloor(
                        year, household, actually, supposedly, declared.result().of(year, household)));
            }
        }
    }

    private static Map<String, Fen> floors(FundState state, LocalDate day, SequencedMap<String, BigInteger> shareDays) {
        return Apportionment.ofRate(state.policies().on(day).percent(PolicyKey.FLOOR_RATE), shareDays);
    }
}
