package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dividends declared, paid and come back (分红). */
public sealed interface DividendEvent extends FundEvent {

    /**
     * A year's dividend was fixed, a line a household (宣告分红); later changes never touch it.
     *
     * @param rate percent a year where it was declared by rate, null where an amount was divided
     * @param basis null under {@link Rules#V1}, which kept none
     */
    record DividendDeclared(
            Voucher voucher,
            int year,
            @Nullable Rate rate,
            List<DividendLine> lines,
            @Nullable DividendBasis basis,
            Rules rules)
            implements DividendEvent {}

    /** Declared dividends were paid out, a line a household (发放分红). */
    record DividendPaid(Voucher voucher, int year, List<DividendLine> lines) implements DividendEvent {}

    /** A payment came back from the bank (分红退回). */
    record DividendPaymentReturned(Voucher voucher, int year, String household, Fen amount) implements DividendEvent {}
}
