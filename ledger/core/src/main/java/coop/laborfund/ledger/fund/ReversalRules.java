package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.DATE;
import static coop.laborfund.ledger.command.Column.REVERSES;

import coop.laborfund.ledger.command.Reverse;
import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.fund.Advances.Advance;
import coop.laborfund.ledger.fund.Dividends.Claim;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Undoing a movement by a red voucher (红字冲销): allowed while nothing rests on what it did. */
final class ReversalRules {

    private ReversalRules() {}

    /**
     * @param original what the ref to reverse recorded, if anything
     * @param alreadyReversed whether a reversal of it is recorded
     */
    static Decision decide(FundState state, Reverse c, Optional<FundEvent> original, boolean alreadyReversed) {
        Once<FundEvent> undone = new Once<>(original::orElseThrow);
        boolean declaration =
                original.filter(DividendDeclared.class::isInstance).isPresent();
        return new Ruling(state, c)
                .refuseIf(
                        RefusalCode.HOUSEHOLD_LEFT,
                        REVERSES,
                        () -> original.map(ReversalRules::householdsNamed).orElse(List.of()).stream()
                                .anyMatch(household -> hasLeft(state, household)))
                .refuseIf(RefusalCode.UNKNOWN_REF, REVERSES, original::isEmpty)
                .refuseIf(
                        RefusalCode.DATE_OUT_OF_ORDER,
                        DATE,
                        () -> c.date().isBefore(undone.get().date()),
                        () -> Map.of("earliest", undone.get().date().toString()))
                .refuseIf(RefusalCode.ALREADY_REVERSED, REVERSES, () -> alreadyReversed)
                .refuseIf(
                        RefusalCode.NOT_REVERSIBLE,
                        REVERSES,
                        () -> !MovementType.of(undone.get()).reversible())
                .refuseIf(RefusalCode.ADVANCE_IN_USE, REVERSES, () -> advanceInUse(state.advances(), undone.get()))
                .refuseIf(
                        RefusalCode.OVER_DIVIDEND,
                        REVERSES,
                        () -> overDividend(state.dividends(), undone.get()),
                        () -> Map.of("reason", "reversal"))
                .refuseIf(RefusalCode.DIVIDEND_IN_USE, REVERSES, () -> dividendInUse(state.dividends(), undone.get()))
                .refuseIf(RefusalCode.PLACEMENT_IN_USE, REVERSES, () -> placementInUse(state.labor(), undone.get()))
                .post(
                        declaration ? Figures.NONE : Figures.REVERSAL,
                        REVERSES,
                        () -> new MovementReversed(c.voucher(), undone.get()));
    }

    /** The households that the original row named; dividends and rows that name a worker are free of their having left. */
    private static List<String> householdsNamed(FundEvent original) {
        return switch (original) {
            case SetupEvent e -> householdsNamed(e);
            case ShareEvent e -> householdsNamed(e);
            case GuaranteePaid e -> e.household() == null ? List.of() : List.of(e.household());
            case LaborEvent e -> e instanceof HouseholdIncomeRecorded income ? List.of(income.household()) : List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
        };
    }

    private static List<String> householdsNamed(SetupEvent original) {
        return switch (original) {
            case HouseholdAdmitted e -> List.of(e.household());
            case HouseholdChanged e -> List.of(e.household());
            case HouseholdLeft e -> List.of(e.household());
            case FundOpened e -> List.of();
            case PolicySet e -> List.of();
            case CompanyEnrolled e -> List.of();
        };
    }

    private static List<String> householdsNamed(ShareEvent original) {
        return switch (original) {
            case SharesInvested e -> List.of(e.household());
            case SharesWithdrawn e -> List.of(e.household());
            case SharesTransferred e -> List.of(e.from(), e.to());
        };
    }

    private static boolean hasLeft(FundState state, String household) {
        return Maps.recorded(state.members().households(), household).left();
    }

    private static boolean advanceInUse(Advances advances, FundEvent undone) {
        if (undone instanceof CapitalAdvanced granted) {
            return Maps.recorded(advances.advances(), granted.advance()).uses() > 0;
        }
        if (undone instanceof AdvanceWrittenOff writeOff) {
            Advance advance = Maps.recorded(advances.advances(), writeOff.advance());
            return writeOff.amount().exceeds(advance.recoverable());
        }
        return false;
    }

    private static boolean overDividend(Dividends dividends, FundEvent undone) {
        if (undone instanceof DividendPaid paid) {
            return paid.lines().stream()
                    .anyMatch(line -> line.amount()
                            .exceeds(dividends
                                    .claim(paid.year(), line.household())
                                    .paid()));
        }
        if (undone instanceof DividendPaymentReturned returned) {
            Claim claim = dividends.claim(returned.year(), returned.household());
            return returned.amount().exceeds(claim.unpaid());
        }
        return false;
    }

    private static boolean dividendInUse(Dividends dividends, FundEvent undone) {
        return undone instanceof DividendDeclared declared
                && declared.lines().stream()
                        .anyMatch(line -> line.amount()
                                .exceeds(dividends
                                        .claim(declared.year(), line.household())
                                        .unpaid()));
    }

    private static boolean placementInUse(Labor labor, FundEvent undone) {
        if (undone instanceof WorkerPlaced placed) {
            Worker worker = Maps.recorded(labor.workers(), placed.worker());
            return !isLast(worker, placed.ref(), true) || worker.lastPlacementBearsWages();
        }
        if (undone instanceof PlacementEnded ended) {
            return !isLast(Maps.recorded(labor.workers(), ended.worker()), ended.placement(), false);
        }
        return false;
    }

    private static boolean isLast(Worker worker, String placement, boolean open) {
        return worker.lastPlacement()
                .filter(last -> last.ref().equals(placement) && last.isOpen() == open)
                .isPresent();
    }
}
