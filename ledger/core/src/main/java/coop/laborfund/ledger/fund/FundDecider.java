package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.command.AdvanceCommand;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.DividendCommand;
import coop.laborfund.ledger.command.LaborCommand;
import coop.laborfund.ledger.command.LaborCommand.RecordHouseholdIncome;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.command.PayGuarantee;
import coop.laborfund.ledger.command.PeriodCommand;
import coop.laborfund.ledger.command.Reverse;
import coop.laborfund.ledger.command.SetupCommand;
import coop.laborfund.ledger.command.SetupCommand.OpenFund;
import coop.laborfund.ledger.command.ShareCommand;
import coop.laborfund.ledger.command.StatementCommand;
import coop.laborfund.ledger.command.TreasuryCommand;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.MovementType.Kind;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides a movement on a fund's state: the one way by which anything comes into the history. Pure. */
public final class FundDecider {

    private FundDecider() {}

    /**
     * @param prior what the fund has recorded so far
     * @param today the date in Asia/Shanghai
     */
    public static Outcome decide(FundState state, Movement movement, PriorMovements prior, LocalDate today) {
        MovementCommand command = movement.command();
        Optional<String> recorded = prior.digestOf(command.ref());
        if (recorded.isPresent()) {
            return recorded.get().equals(movement.digest())
                    ? new Outcome.AlreadyRecorded(movement)
                    : new Outcome.Refused(movement, reused(command, prior));
        }
        Decision decision = decide(state, command, prior, today);
        return switch (decision) {
            case Decision.Accept accept -> new Outcome.Accepted(movement, accept.event(), accept.entry());
            case Decision.Refuse refuse -> new Outcome.Refused(movement, refuse.rejection());
        };
    }

    private static Rejection reused(MovementCommand command, PriorMovements prior) {
        return new Rejection(
                RefusalCode.REF_REUSED,
                Column.REF,
                FreeRef.instead(command.ref(), command.date(), prior.eventOf(command.ref())));
    }

    private static Decision decide(FundState state, MovementCommand command, PriorMovements prior, LocalDate today) {
        Optional<FundEvent> original =
                command instanceof Reverse reverse ? prior.eventOf(reverse.reverses()) : Optional.empty();
        Optional<Rejection> untimely = fundAndDate(state, command, original, today);
        if (untimely.isPresent()) {
            return new Decision.Refuse(untimely.get());
        }
        Decision decision = switch (command) {
            case SetupCommand c -> SetupRules.decide(state, c);
            case ShareCommand c -> ShareRules.decide(state, c);
            case AdvanceCommand c -> AdvanceRules.decide(state, c);
            case TreasuryCommand c -> TreasuryRules.decide(state, c);
            case DividendCommand c -> DividendRules.decide(state, c);
            case PayGuarantee c -> GuaranteeRules.decide(state, c);
            case LaborCommand c -> LaborRules.decide(state, c);
            case Reverse c -> ReversalRules.decide(state, c, original, prior.isReversed(c.reverses()));
            case PeriodCommand c -> PeriodRules.decide(state, c);
            case StatementCommand c -> StatementRules.decide(state, c, prior);
        };
        return withinRange(state, decision);
    }

    private static Optional<Rejection> fundAndDate(
            FundState state, MovementCommand command, Optional<FundEvent> original, LocalDate today) {
        boolean opening = command instanceof OpenFund;
        return new Checks()
                .refuseIf(RefusalCode.FUND_ALREADY_OPEN, Column.FUND, () -> opening && state.isOpen())
                .refuseIf(RefusalCode.FUND_NOT_OPEN, Column.FUND, () -> !opening && !state.isOpen())
                .refuseIf(
                        RefusalCode.DATE_IN_FUTURE,
                        Column.DATE,
                        () -> command.date().isAfter(today),
                        () -> Map.of("today", today.toString()))
                .refuseIf(
                        RefusalCode.DATE_BEFORE_OPENING,
                        Column.DATE,
                        () -> !opening
                                && command.date().isBefore(state.chartered().opened()),
                        () -> Map.of("opened", state.chartered().opened().toString()))
                .refuseIf(
                        RefusalCode.YEAR_OUT_OF_RANGE,
                        Column.YEAR,
                        () -> !opening && isOutOfRange(state, command),
                        () -> Map.of(
                                "first",
                                        String.valueOf(
                                                state.chartered().opened().getYear()),
                                "last", String.valueOf(command.date().getYear())))
                .refuseIf(
                        RefusalCode.PERIOD_CLOSED,
                        Column.DATE,
                        () -> bindsPeriods(command, original) && state.periods().isClosed(command.date()),
                        () -> Map.of("closed", String.valueOf(state.periods().closedThrough())))
                .firstRefusal();
    }

    /** A year that the fund has not lived, or not yet when the row is dated, is a slip of the pen. */
    private static boolean isOutOfRange(FundState state, MovementCommand command) {
        OptionalInt year = yearOf(command);
        return year.isPresent()
                && (year.getAsInt() < state.chartered().opened().getYear()
                        || year.getAsInt() > command.date().getYear());
    }

    private static OptionalInt yearOf(MovementCommand command) {
        return switch (command) {
            case DividendCommand c -> OptionalInt.of(c.year());
            case PayGuarantee c -> OptionalInt.of(c.year());
            case LaborCommand c ->
                c instanceof RecordHouseholdIncome income ? OptionalInt.of(income.year()) : OptionalInt.empty();
            case SetupCommand c -> OptionalInt.empty();
            case ShareCommand c -> OptionalInt.empty();
            case AdvanceCommand c -> OptionalInt.empty();
            case TreasuryCommand c -> OptionalInt.empty();
            case Reverse c -> OptionalInt.empty();
            case PeriodCommand c -> OptionalInt.empty();
            case StatementCommand c -> OptionalInt.empty();
        };
    }

    /** Closed months bind money and what was set up, and what undoes either: verdicts go by both. */
    private static boolean bindsPeriods(MovementCommand command, Optional<FundEvent> original) {
        return isBound(MovementType.of(command))
                || original.filter(event -> isBound(MovementType.of(event))).isPresent();
    }

    private static boolean isBound(MovementType type) {
        return type.kind() == Kind.MONEY || type.kind() == Kind.SETUP;
    }

    private static Decision withinRange(FundState state, Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> refuse;
            case Decision.Accept accept ->
                state.books().wouldOverflow(accept.event(), accept.entry())
                        ? new Decision.Refuse(new Rejection(
                                RefusalCode.AMOUNT_TOO_LARGE, Column.AMOUNT, Map.of("reason", "turnover")))
                        : accept;
        };
    }
}
