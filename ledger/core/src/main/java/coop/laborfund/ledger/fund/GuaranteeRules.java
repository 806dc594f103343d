package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.COUNTERPARTY;
import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.PayGuarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payouts that close a guarantee's shortfall. */
final class GuaranteeRules {

    private GuaranteeRules() {}

    static Decision decide(FundState state, PayGuarantee c) {
        Ruling ruling = new Ruling(state, c);
        String advance = c.advance().orElse(null);
        String household = c.household().orElse(null);
        String company = c.company().orElse(null);
        if (household != null) {
            ruling.householdOf(c.year(), PARTY, household);
        }
        if (company != null) {
            ruling.company(COUNTERPARTY, company);
        }
        if (advance != null) {
            ruling.advance(advance)
                    .refuseIf(
                            RefusalCode.WRONG_COMPANY,
                            COUNTERPARTY,
                            () -> company != null
                                    && !company.equals(
                                            ruling.knownAdvance(advance).company()));
        }
        ReserveParts reserve = state.books().reserve();
        return ruling.refuseIf(
                        RefusalCode.INSUFFICIENT_RESERVE,
                        AMOUNT,
                        () -> c.payer() == GuaranteePayer.RESERVE && c.amount().exceeds(reserve.total()),
                        () -> Map.of(
                                "needed", c.amount().toString(),
                                "available", reserve.total().toString()))
                .post(
                        AMOUNT,
                        () -> new GuaranteePaid(
                                c.voucher(),
                                c.guarantee(),
                                c.payer(),
                                c.amount(),
                                c.year(),
                                advance,
                                debtorOf(advance, ruling),
                                household,
                                company,
                                c.payer() == GuaranteePayer.RESERVE ? reserve.take(c.amount()) : null,
                                c.resolution().orElse(null),
                                Rules.V2));
    }

    private static @Nullable String debtorOf(@Nullable String advance, Ruling ruling) {
        return advance == null ? null : ruling.knownAdvance(advance).company();
    }
}
