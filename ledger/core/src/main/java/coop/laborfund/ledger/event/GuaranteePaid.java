package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import org.jspecify.annotations.Nullable;

/**
 * A guarantee's shortfall was closed with somebody's money (担保代偿).
 *
 * @param year the year whose guarantee it closes
 * @param advance the advance made good, for {@code CAPITAL_SAFETY} alone
 * @param debtor the company that owes that advance, likewise
 * @param household the household paid, for {@code EMPLOYMENT_INCOME} alone
 * @param company whose deposit or money it is, where the payer is {@code DEPOSIT} or {@code COMPANY}
 * @param reserve the parts of the reserve that paid, for {@code RESERVE} alone; null under {@link Rules#V1}, when all was in 322
 * @param resolution the decision that allows it, likewise
 */
public record GuaranteePaid(
        Voucher voucher,
        Guarantee guarantee,
        GuaranteePayer payer,
        Fen amount,
        int year,
        @Nullable String advance,
        @Nullable String debtor,
        @Nullable String household,
        @Nullable String company,
        @Nullable ReserveParts reserve,
        @Nullable String resolution,
        Rules rules)
        implements FundEvent {

    /** What each part of the risk reserve paid; nothing where another payer did. */
    public ReserveParts ofReserve() {
        if (payer != GuaranteePayer.RESERVE) {
            return ReserveParts.NONE;
        }
        return reserve == null ? new ReserveParts(Fen.ZERO, Fen.ZERO, amount) : reserve;
    }
}
