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
        @Nullable String company)
        implements FundEvent {}
