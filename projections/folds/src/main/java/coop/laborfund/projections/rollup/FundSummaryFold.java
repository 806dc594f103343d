package coop.laborfund.projections.rollup;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.finding.Findings;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.finding.Severity;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.CollectiveIncomeTarget;
import coop.laborfund.projections.guarantee.EmploymentIncome;
import coop.laborfund.projections.guarantee.FundTotals;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.rollup.FundSummary.HouseholdSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sums up one fund from its events, findings among it. */
public final class FundSummaryFold implements Fold<RecordedEvent, Optional<FundSummary>> {

    private static final String SHARES = ChartOfAccounts.code(Account.SHARES);

    private final Scope scope;
    private final int year;
    private final FindingsFold findings;
    private final CountedEvents<LaborFigures> labor;
    private @Nullable FundOpened opened;

    /**
     * @param scope the fund, the day and as far as was known
     * @param year whose guarantees are judged
     */
    public FundSummaryFold(Scope scope, int year) {
        this.scope = scope;
        this.year = year;
        findings = new FindingsFold(scope);
        labor = new CountedEvents<>(scope, new LaborFold(year));
    }

    /** Events of other funds, and those not known, are passed over. */
    @Override
    public void add(RecordedEvent recorded) {
        if (recorded.event() instanceof FundOpened opening
                && scope.onAnyDay().has(opening.fund(), opening.date(), recorded.position())) {
            opened = opening;
        }
        findings.add(recorded);
        labor.add(recorded);
    }

    /** Empty where the fund was not open, by what was known. */
    @Override
    public Optional<FundSummary> result() {
        FundOpened opening = opened;
        if (opening == null) {
            return Optional.empty();
        }
        FundTotals totals = findings.totals();
        return totals.verdicts(scope, year).map(verdicts -> summary(opening, totals, verdicts));
    }

    private FundSummary summary(FundOpened opening, FundTotals totals, Verdicts verdicts) {
        CapitalSafety capital = verdicts.capitalSafety();
        CollectiveIncomeTarget village = verdicts.collectiveIncome();
        EmploymentIncome employment = verdicts.employmentIncome();
        LaborFigures work = labor.result();
        Findings found = findings.result();
        Map<String, Fen> shares = new HashMap<>();
        totals.balances().stream()
                .filter(balance -> balance.account().equals(SHARES))
                .forEach(balance -> shares.put(balance.sub(), balance.amount().negate()));
        List<HouseholdSummary> households = employment.households().stream()
                .map(each -> new HouseholdSummary(
                        each.household(),
                        shares.getOrDefault(each.household(), Fen.ZERO),
                        each.income(),
                        each.line(),
                        each.shortfall(),
                        each.months(),
                        each.verdict(),
                        work.employed().contains(each.household())))
                .toList();
        return new FundSummary(
                scope.fund(),
                opening.name(),
                opening.village(),
                capital.shares(),
                capital.outstanding(),
                capital.coverage(),
                capital.shortfall(),
                capital.verdict(),
                village.received(),
                village.target(),
                village.shortfall(),
                village.verdict(),
                employment.verdict(),
                employment.shortfall(),
                work.placed(),
                work.trainings(),
                found.of(Severity.CHECK).size(),
                found.of(Severity.NOTE).size(),
                households);
    }
}
