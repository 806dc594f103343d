package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import java.time.YearMonth;
import java.util.Optional;

/** Workers, placements, wages and households' other income. */
public sealed interface LaborCommand extends MovementCommand {

    /** 登记劳动力. */
    record RegisterWorker(Voucher voucher, String worker, String household) implements LaborCommand {}

    /** 就业. */
    record PlaceWorker(Voucher voucher, String worker, String employer, PlacementKind kind) implements LaborCommand {}

    /** 离岗. */
    record EndPlacement(Voucher voucher, String worker) implements LaborCommand {}

    /** 工资确认. */
    record ConfirmWage(Voucher voucher, String worker, YearMonth month, Fen amount, Optional<String> employer)
            implements LaborCommand {}

    /** 完成培训. */
    record CompleteTraining(Voucher voucher, String worker) implements LaborCommand {}

    /** 户其他收入. */
    record RecordHouseholdIncome(Voucher voucher, String household, int year, Fen amount, HouseholdIncomeSource source)
            implements LaborCommand {}
}
