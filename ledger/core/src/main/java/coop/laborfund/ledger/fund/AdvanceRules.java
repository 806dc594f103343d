package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.ADVANCE;
import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.DUE;
import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.AdvanceCommand;
import coop.laborfund.ledger.command.AdvanceCommand.AdvanceCapital;
import coop.laborfund.ledger.command.AdvanceCommand.ExtendAdvance;
import coop.laborfund.ledger.command.AdvanceCommand.ReceiveReturn;
import coop.laborfund.ledger.command.AdvanceCommand.RecoverPayout;
import coop.laborfund.ledger.command.AdvanceCommand.RecoverWriteOff;
import coop.laborfund.ledger.command.AdvanceCommand.RepayAdvance;
import coop.laborfund.ledger.command.AdvanceCommand.WriteOffAdvance;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.fund.Advances.Advance;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.util.Map;

/** Capital advanced to companies, and what comes back. */
final class AdvanceRules {

    private AdvanceRules() {}

    static Decision decide(FundState state, AdvanceCommand command) {
        Ruling ruling = new Ruling(state, command);
        return switch (command) {
            case AdvanceCapital c -> grant(state, c, ruling);
            case ExtendAdvance c -> extend(c, ruling);
            case RepayAdvance c ->
                ruling.advance(c.advance())
                        .post(
                                AMOUNT,
                                () -> new AdvanceRepaid(
                                        c.voucher(),
                                        c.advance(),
                                        ruling.knownAdvance(c.advance()).company(),
                                        c.amount()));
            case ReceiveReturn c ->
                ruling.advance(c.advance())
                        .post(
                                AMOUNT,
                                () -> new ReturnReceived(
                                        c.voucher(),
                                        c.advance(),
                                        ruling.knownAdvance(c.advance()).company(),
                                        c.amount()));
            case WriteOffAdvance c ->
                ruling.advance(c.advance())
                        .post(
                                AMOUNT,
                                () -> new AdvanceWrittenOff(
                                        c.voucher(),
                                        c.advance(),
                                        ruling.knownAdvance(c.advance()).company(),
                                        c.amount(),
                                        c.resolution()));
            case RecoverWriteOff c -> recover(c, ruling);
            case RecoverPayout c -> recover(c, ruling);
        };
    }

    private static Decision grant(FundState state, AdvanceCapital c, Ruling ruling) {
        return ruling.company(PARTY, c.company())
                .refuseIf(
                        RefusalCode.ADVANCE_EXISTS,
                        ADVANCE,
                        () -> state.advances().isTaken(c.advance()))
                .refuseIf(
                        RefusalCode.DATE_OUT_OF_ORDER,
                        DUE,
                        () -> c.due().isBefore(c.date()),
                        () -> Map.of("earliest", c.date().toString()))
                .refuseIf(
                        RefusalCode.OVER_COMPANY_CAP,
                        AMOUNT,
                        () -> outAfter(state, c).exceeds(cap(state, ruling.policy())),
                        () -> Map.of(
                                "needed", outAfter(state, c).toString(),
                                "limit", cap(state, ruling.policy()).toString()))
                .refuseIf(
                        RefusalCode.OVER_TERM,
                        DUE,
                        () -> c.due().isAfter(latestDue(c.purpose(), c.date(), ruling.policy())),
                        () -> Map.of(
                                "limit",
                                latestDue(c.purpose(), c.date(), ruling.policy())
                                        .toString()))
                .freeCash(c.amount())
                .post(
                        AMOUNT,
                        () -> new CapitalAdvanced(
                                c.voucher(),
                                c.advance(),
                                c.company(),
                                c.amount(),
                                c.rate(),
                                c.due(),
                                c.resolution(),
                                c.purpose()));
    }

    private static Fen outAfter(FundState state, AdvanceCapital c) {
        return state.advances().outWith(c.company()).plus(c.amount());
    }

    private static Fen cap(FundState state, Policy policy) {
        return policy.percent(PolicyKey.COMPANY_CAP).floorOf(state.books().shareCapital());
    }

    /** The longest term is counted from the advance's own date, for extensions too. */
    private static LocalDate latestDue(AdvancePurpose purpose, LocalDate granted, Policy policy) {
        return switch (purpose) {
            case TURNOVER -> granted.plusMonths(policy.whole(PolicyKey.TERM_MONTHS));
            case WAGES -> granted.plusDays(policy.whole(PolicyKey.WAGE_ADVANCE_DAYS));
        };
    }

    private static Decision extend(ExtendAdvance c, Ruling ruling) {
        return ruling.advance(c.advance())
                .refuseIf(
                        RefusalCode.DATE_OUT_OF_ORDER,
                        DUE,
                        () -> c.due().isBefore(c.date())
                                || !c.due()
                                        .isAfter(
                                                ruling.knownAdvance(c.advance()).due()),
                        () -> Map.of("earliest", earliestExtension(c, ruling).toString()))
                .refuseIf(
                        RefusalCode.OVER_TERM,
                        DUE,
                        () -> c.due().isAfter(latestExtension(c, ruling)),
                        () -> Map.of("limit", latestExtension(c, ruling).toString()))
                .accept(() -> new AdvanceExtended(c.voucher(), c.advance(), c.due(), c.resolution()));
    }

    private static LocalDate earliestExtension(ExtendAdvance c, Ruling ruling) {
        LocalDate afterDue = ruling.knownAdvance(c.advance()).due().plusDays(1);
        return afterDue.isAfter(c.date()) ? afterDue : c.date();
    }

    private static LocalDate latestExtension(ExtendAdvance c, Ruling ruling) {
        Advance advance = ruling.knownAdvance(c.advance());
        return latestDue(advance.purpose(), advance.date(), ruling.policy());
    }

    private static Decision recover(RecoverWriteOff c, Ruling ruling) {
        return ruling.advance(c.advance())
                .refuseIf(
                        RefusalCode.OVER_RECOVERY,
                        AMOUNT,
                        () -> c.amount()
                                .exceeds(ruling.knownAdvance(c.advance()).lost()),
                        () -> Map.of(
                                "needed", c.amount().toString(),
                                "available",
                                        ruling.knownAdvance(c.advance()).lost().toString()))
                .post(
                        AMOUNT,
                        () -> new WriteOffRecovered(
                                c.voucher(),
                                c.advance(),
                                ruling.knownAdvance(c.advance()).company(),
                                c.amount()));
    }

    private static Decision recover(RecoverPayout c, Ruling ruling) {
        Once<ReserveParts> owed =
                new Once<>(() -> ruling.knownAdvance(c.advance()).owedToReserve());
        return ruling.advance(c.advance())
                .refuseIf(
                        RefusalCode.OVER_RECOVERY,
                        AMOUNT,
                        () -> c.amount().exceeds(owed.get().total()),
                        () -> Map.of(
                                "needed", c.amount().toString(),
                                "available", owed.get().total().toString()))
                .post(
                        AMOUNT,
                        () -> new PayoutRecovered(
                                c.voucher(),
                                c.advance(),
                                ruling.knownAdvance(c.advance()).company(),
                                c.amount(),
                                owed.get().take(c.amount())));
    }
}
