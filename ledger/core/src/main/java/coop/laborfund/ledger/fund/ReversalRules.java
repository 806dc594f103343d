package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.DATE;
import static coop.laborfund.ledger.command.Column.REVERSES;

import coop.laborfund.ledger.command.Reverse;
import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
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
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.fund.Advances.Advance;
import coop.laborfund.ledger.fund.Dividends.Claim;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.refusal.RefusalCode;
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
                        () -> original.filter(event -> namesOneThatLeft(state, event))
                                .isPresent())
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
                .refuseIf(
                        RefusalCode.LINE_IN_USE,
                        REVERSES,
                        () -> undone.get() instanceof BankLineRecorded line
                                && state.matches().contains(line.ref()))
                .refuseIf(RefusalCode.PLACEMENT_IN_USE, REVERSES, () -> placementInUse(state.labor(), undone.get()))
                .post(
                        declaration ? Figures.NONE : Figures.REVERSAL,
                        REVERSES,
                        () -> new MovementReversed(c.voucher(), undone.get()));
    }

    /** Whether the original row named a household that has left and may not have it undone any more. */
    private static boolean namesOneThatLeft(FundState state, FundEvent original) {
        return switch (original) {
            case SetupEvent e -> setupOfOneThatLeft(state, e);
            case ShareEvent e -> sharesOfOneThatLeft(state, e);
            case GuaranteePaid e -> e.household() != null && leftBefore(state, e.household(), e.year());
            case LaborEvent e ->
                e instanceof HouseholdIncomeRecorded income && leftBefore(state, income.household(), income.year());
            case AdvanceEvent e -> false;
            case TreasuryEvent e -> false;
            case DividendEvent e -> false;
            case MovementReversed e -> false;
            case PeriodEvent e -> false;
            case StatementEvent e -> false;
        };
    }

    private static boolean setupOfOneThatLeft(FundState state, SetupEvent original) {
        return switch (original) {
            case HouseholdAdmitted e -> hasLeft(state, e.household());
            case HouseholdChanged e -> hasLeft(state, e.household());
            case HouseholdLeft e -> hasLeft(state, e.household());
            case FundOpened e -> false;
            case PolicySet e -> false;
            case CompanyEnrolled e -> false;
        };
    }

    private static boolean sharesOfOneThatLeft(FundState state, ShareEvent original) {
        return switch (original) {
            case SharesInvested e -> hasLeft(state, e.household());
            case SharesTransferred e -> hasLeft(state, e.from()) || hasLeft(state, e.to());
            case SharesWithdrawn e -> false;
            case LossAllocated e -> false;
        };
    }

    private static boolean hasLeft(FundState state, String household) {
        return Maps.recorded(state.members().households(), household).hasLeft();
    }

    private static boolean leftBefore(FundState state, String household, int year) {
        return Maps.recorded(state.members().households(), household).hadLeftBefore(year);
    }

    private static boolean advanceInUse(Advances advances, FundEvent undone) {
        return switch (undone) {
            case AdvanceEvent e -> advanceInUse(advance(advances, e.advance()), e);
            case GuaranteePaid e ->
                e.advance() != null
                        && e.ofReserve()
                                .total()
                                .exceeds(advance(advances, e.advance())
                                        .owedToReserve()
                                        .total());
            case SetupEvent e -> false;
            case ShareEvent e -> false;
            case TreasuryEvent e -> false;
            case DividendEvent e -> false;
            case LaborEvent e -> false;
            case MovementReversed e -> false;
            case PeriodEvent e -> false;
            case StatementEvent e -> false;
        };
    }

    private static boolean advanceInUse(Advance advance, AdvanceEvent undone) {
        return switch (undone) {
            case CapitalAdvanced e -> advance.uses() > 0;
            case AdvanceExtended e -> !advance.isLastExtension(e.ref());
            case AdvanceWrittenOff e -> e.amount().exceeds(advance.lost());
            case AdvanceRepaid e -> false;
            case ReturnReceived e -> false;
            case WriteOffRecovered e -> false;
            case PayoutRecovered e -> false;
        };
    }

    private static Advance advance(Advances advances, String advance) {
        return Maps.recorded(advances.advances(), advance);
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
