package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import java.time.YearMonth;

/** Workers, their placements and proofs of income (劳动力). */
public sealed interface LaborEvent extends FundEvent {

    /** A household's member was registered as labor force (登记劳动力). */
    record WorkerRegistered(Voucher voucher, String worker, String household) implements LaborEvent {}

    /** A worker began with an employer (就业). */
    record WorkerPlaced(Voucher voucher, String worker, String employer, PlacementKind kind) implements LaborEvent {}

    /**
     * A worker's placement ended (离岗).
     *
     * @param placement the ref of the voucher that began the placement
     */
    record PlacementEnded(Voucher voucher, String worker, String employer, String placement) implements LaborEvent {}

    /** A month's wage was proved (工资确认); the memo names the proof. */
    record WageConfirmed(Voucher voucher, String worker, String household, String employer, YearMonth month, Fen amount)
            implements LaborEvent {}

    /** A worker completed a training (完成培训); the memo names the course. */
    record TrainingCompleted(Voucher voucher, String worker) implements LaborEvent {}

    /** A household's other income of a year was proved (户其他收入). */
    record HouseholdIncomeRecorded(
            Voucher voucher, String household, int year, Fen amount, HouseholdIncomeSource source)
            implements LaborEvent {}
}
