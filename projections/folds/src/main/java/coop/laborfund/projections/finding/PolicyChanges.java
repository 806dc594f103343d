package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy that was changed backwards, or just before what it decides (16). */
final class PolicyChanges extends Check {

    private static final int JUST_BEFORE_DAYS = 30;

    /** Rows of one week are often not recorded in the order of their days. */
    private static final int BACKDATED_DAYS = 7;

    /** A change that was recorded after movements of a later day. */
    private record Backdated(Movement<PolicySet> change, LocalDate latest) {}

    private final Movements<PolicySet> changes = keep(PolicySet.class);
    private final Movements<GuaranteePaid> payouts = keep(GuaranteePaid.class);
    private final Movements<DividendDeclared> dividends = keep(DividendDeclared.class);
    private final Movements<CapitalAdvanced> advances = keep(CapitalAdvanced.class);
    private final Movements<AdvanceExtended> extensions = keep(AdvanceExtended.class);
    private final Movements<SharesWithdrawn> withdrawals = keep(SharesWithdrawn.class);
    private final List<Backdated> backdated = new ArrayList<>();

    /** Of all money recorded so far. */
    private LocalDate latest = LocalDate.MIN;

    PolicyChanges() {
        // The day of a movement was known when a policy was recorded, also where the movement is undone later.
        onceForMoney(movement -> latest = movement.date().isAfter(latest) ? movement.date() : latest);
        once(PolicySet.class, this::look);
    }

    private void look(Movement<PolicySet> change) {
        if (change.date().plusDays(BACKDATED_DAYS).isBefore(latest)) {
            backdated.add(new Backdated(change, latest));
        }
    }

    @Override
    void tell(View view, Report report) {
        for (Backdated each : backdated) {
            report.add(
                    What.POLICY_BACKDATED,
                    each.change.date(),
                    Fen.ZERO,
                    List.of(each.change.position()),
                    each.change.ref(),
                    each.change.date(),
                    each.latest,
                    List.copyOf(each.change.event().policy().keySet()));
        }
        for (Movement<PolicySet> change : changes.byDate()) {
            lookBehind(change, report);
        }
    }

    private void lookBehind(Movement<PolicySet> change, Report report) {
        for (Movements<? extends FundEvent> decided : List.of(payouts, dividends, advances, extensions, withdrawals)) {
            for (Movement<? extends FundEvent> movement : decided.all()) {
                boolean justBefore = !movement.date().isBefore(change.date())
                        && !movement.date().isAfter(change.date().plusDays(JUST_BEFORE_DAYS));
                if (justBefore) {
                    key(change, movement.event())
                            .ifPresent(key -> report.add(
                                    What.POLICY_JUST_BEFORE,
                                    change.date(),
                                    movement.amount(),
                                    List.of(change.position(), movement.position()),
                                    change.ref(),
                                    key,
                                    change.date(),
                                    movement.ref(),
                                    movement.date()));
                }
            }
        }
    }

    /** The first value of a change that decides on a movement. */
    private static Optional<String> key(Movement<PolicySet> change, FundEvent event) {
        return change.event().policy().keySet().stream()
                .filter(written -> decides(written, event))
                .findFirst();
    }

    private static boolean decides(String written, FundEvent event) {
        PolicyKey key = PolicyKey.of(written).orElse(null);
        if (key == null) {
            return false;
        }
        return switch (key) {
            case FLOOR_RATE -> event instanceof DividendDeclared;
            case COMPANY_CAP -> event instanceof CapitalAdvanced;
            case TERM_MONTHS, WAGE_ADVANCE_DAYS -> event instanceof CapitalAdvanced || event instanceof AdvanceExtended;
            case LOSS_TOLERANCE -> event instanceof SharesWithdrawn;
            case ADVANCE_GRACE_DAYS -> event instanceof AdvanceExtended;
            case STABLE_MONTHS, STABLE_WAGE -> event instanceof GuaranteePaid payout && isForHousehold(payout);
            case INCOME_LINE ->
                event instanceof GuaranteePaid payout && isForHousehold(payout) && isOf(payout.year(), written);
            case COLLECTIVE_TARGET ->
                event instanceof GuaranteePaid payout && isForVillage(payout) && isOf(payout.year(), written);
            case SHARE_LIMIT, RESERVE_RATE, DIVIDEND_DUE, DIVIDEND_GRACE_DAYS, FIRST_YEAR_BY, APPROVAL_OVER -> false;
        };
    }

    private static boolean isForHousehold(GuaranteePaid payout) {
        return switch (payout.guarantee()) {
            case EMPLOYMENT_INCOME -> true;
            case CAPITAL_SAFETY, COLLECTIVE_INCOME -> false;
        };
    }

    private static boolean isForVillage(GuaranteePaid payout) {
        return switch (payout.guarantee()) {
            case COLLECTIVE_INCOME -> true;
            case CAPITAL_SAFETY, EMPLOYMENT_INCOME -> false;
        };
    }

    /** A year's own value; what later years take over of it was settled by then. */
    private static boolean isOf(int year, String written) {
        return written.endsWith("." + year);
    }
}
