package coop.laborfund.projections.due;

import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceFlow;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.Advances.FlowKind;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Journal.Closing;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Shares.ShareChange;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.fold.Kept;
import coop.laborfund.projections.guarantee.Policies;
import coop.laborfund.projections.guarantee.VillageHoldings;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts that dues come of: of dividends their sums by household, of shares their changes by day, and what is few as it is. */
final class DueFacts extends FactFold<DueFacts> {

    final Kept<AdvanceTerms> advances = new Kept<>();
    final Kept<AdvanceExtension> extensions = new Kept<>();
    final Kept<AdvanceFlow> flows = new Kept<>();
    final VillageHoldings village = new VillageHoldings();
    final ShareDayBook shares = new ShareDayBook();
    private final Kept<FundOpening> openings = new Kept<>();
    private final Kept<PolicyValue> policies = new Kept<>();
    private final Kept<Closing> closings = new Kept<>();
    private final SortedMap<Integer, DividendYear> dividends = new TreeMap<>();

    DueFacts() {
        on(FundOpening.class, openings);
        on(PolicyValue.class, policies);
        on(Closing.class, closings);
        on(AdvanceTerms.class, advances);
        on(AdvanceExtension.class, extensions);
        on(AdvanceFlow.class, (flow, sign) -> {
            if (ofPrincipal(flow.kind())) {
                flows.count(flow, sign);
            }
        });
        on(VillageIncome.class, village::count);
        on(Remittance.class, village::count);
        on(ShareChange.class, shares::count);
        on(
                DividendAmount.class,
                (fact, sign) -> dividends
                        .computeIfAbsent(fact.year(), year -> new DividendYear())
                        .count(fact, sign));
    }

    private static boolean ofPrincipal(FlowKind kind) {
        return switch (kind) {
            case REPAID, PAID_OUT, WRITTEN_OFF -> true;
            case RECOVERED, PAYOUT_RECOVERED, RETURN -> false;
        };
    }

    Optional<FundOpening> opening() {
        return openings.all().stream().findFirst();
    }

    Policies rules() {
        return new Policies(policies.all());
    }

    Set<YearMonth> closed() {
        return closings.all().stream().map(Closing::month).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The years for which something was declared, paid or came back. */
    SortedMap<Integer, DividendYear> dividends() {
        return dividends;
    }

    DividendYear dividends(int year) {
        return dividends.getOrDefault(year, new DividendYear());
    }

    @Override
    public DueFacts result() {
        return this;
    }
}
