package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import java.util.Optional;

/**
 * 担保代偿. Which of the ids stand here is settled by guarantee and payer.
 *
 * @param advance the advance made good, for {@code CAPITAL_SAFETY}
 * @param household the household paid, for {@code EMPLOYMENT_INCOME}
 * @param company whose deposit or money it is, for the payers {@code DEPOSIT} and {@code COMPANY}
 * @param resolution the decision that allows it, for the payer {@code RESERVE}
 */
public record PayGuarantee(
        Voucher voucher,
        Guarantee guarantee,
        GuaranteePayer payer,
        Fen amount,
        int year,
        Optional<String> advance,
        Optional<String> household,
        Optional<String> company,
        Optional<String> resolution)
        implements MovementCommand {}
