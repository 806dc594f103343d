package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.COUNTERPARTY;
import static coop.laborfund.ledger.command.Column.DATE;
import static coop.laborfund.ledger.command.Column.MONTH;
import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.LaborCommand;
import coop.laborfund.ledger.command.LaborCommand.CompleteTraining;
import coop.laborfund.ledger.command.LaborCommand.ConfirmWage;
import coop.laborfund.ledger.command.LaborCommand.EndPlacement;
import coop.laborfund.ledger.command.LaborCommand.PlaceWorker;
import coop.laborfund.ledger.command.LaborCommand.RecordHouseholdIncome;
import coop.laborfund.ledger.command.LaborCommand.RegisterWorker;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Workers, placements, wages and households' other income. */
final class LaborRules {

    private LaborRules() {}

    static Decision decide(FundState state, LaborCommand command) {
        Ruling ruling = new Ruling(state, command);
        return switch (command) {
            case RegisterWorker c ->
                ruling.refuseIf(
                                RefusalCode.WORKER_EXISTS,
                                PARTY,
                                () -> state.labor().workers().containsKey(c.worker()))
                        .householdEvenIfLeft(COUNTERPARTY, c.household())
                        .accept(() -> new WorkerRegistered(c.voucher(), c.worker(), c.household()));
            case PlaceWorker c -> place(c, ruling);
            case EndPlacement c -> end(c, ruling);
            case ConfirmWage c -> confirm(c, ruling);
            case CompleteTraining c ->
                ruling.worker(c.worker()).accept(() -> new TrainingCompleted(c.voucher(), c.worker()));
            case RecordHouseholdIncome c ->
                ruling.householdOf(c.year(), PARTY, c.household())
                        .accept(() -> new HouseholdIncomeRecorded(
                                c.voucher(), c.household(), c.year(), c.amount(), c.source()));
        };
    }

    private static Decision place(PlaceWorker c, Ruling ruling) {
        return ruling.worker(c.worker())
                .refuseIf(
                        RefusalCode.DATE_OUT_OF_ORDER,
                        DATE,
                        () -> lastEnd(ruling.knownWorker(c.worker()))
                                .filter(c.date()::isBefore)
                                .isPresent(),
                        () -> Map.of(
                                "earliest",
                                lastEnd(ruling.knownWorker(c.worker()))
                                        .orElseThrow()
                                        .toString()))
                .refuseIf(
                        RefusalCode.ALREADY_PLACED,
                        PARTY,
                        () -> ruling.knownWorker(c.worker()).openPlacement().isPresent())
                .accept(() -> new WorkerPlaced(c.voucher(), c.worker(), c.employer(), c.kind()));
    }

    private static Optional<LocalDate> lastEnd(Worker worker) {
        return worker.lastPlacement().flatMap(last -> Optional.ofNullable(last.to()));
    }

    private static Decision end(EndPlacement c, Ruling ruling) {
        return ruling.worker(c.worker())
                .refuseIf(
                        RefusalCode.DATE_OUT_OF_ORDER,
                        DATE,
                        () -> ruling.knownWorker(c.worker())
                                .openPlacement()
                                .filter(open -> c.date().isBefore(open.from()))
                                .isPresent(),
                        () -> Map.of("earliest", openPlacement(c, ruling).from().toString()))
                .refuseIf(
                        RefusalCode.NOT_PLACED,
                        PARTY,
                        () -> ruling.knownWorker(c.worker()).openPlacement().isEmpty())
                .accept(() -> new PlacementEnded(
                        c.voucher(),
                        c.worker(),
                        openPlacement(c, ruling).employer(),
                        openPlacement(c, ruling).ref()));
    }

    private static Placement openPlacement(EndPlacement c, Ruling ruling) {
        return ruling.knownWorker(c.worker()).openPlacement().orElseThrow();
    }

    private static Decision confirm(ConfirmWage c, Ruling ruling) {
        Once<Optional<String>> employer = new Once<>(() -> employerOf(c, ruling.knownWorker(c.worker())));
        return ruling.worker(c.worker())
                .refuseIf(
                        RefusalCode.DATE_OUT_OF_ORDER,
                        MONTH,
                        () -> c.month().isAfter(YearMonth.from(c.date())),
                        () -> Map.of("reason", "month", "date", c.date().toString()))
                .refuseIf(
                        RefusalCode.NOT_PLACED,
                        c.employer().isPresent() ? COUNTERPARTY : MONTH,
                        () -> employer.get().isEmpty())
                .refuseIf(
                        RefusalCode.ALREADY_CONFIRMED,
                        MONTH,
                        () -> ruling.knownWorker(c.worker())
                                .isConfirmed(employer.get().orElseThrow(), c.month()))
                .accept(() -> new WageConfirmed(
                        c.voucher(),
                        c.worker(),
                        ruling.knownWorker(c.worker()).household(),
                        employer.get().orElseThrow(),
                        c.month(),
                        c.amount()));
    }

    /** The employer named, where the worker was placed there in the month; where none is named, the last recorded one. */
    private static Optional<String> employerOf(ConfirmWage c, Worker worker) {
        return c.employer().isPresent()
                ? c.employer().filter(named -> worker.isPlacedWith(named, c.month()))
                : worker.placementIn(c.month()).map(Placement::employer);
    }
}
