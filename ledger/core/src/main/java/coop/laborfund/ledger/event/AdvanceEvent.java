package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;

/** Capital advanced to companies, and what became of it (投放). */
public sealed interface AdvanceEvent extends FundEvent {

    /** Which advance. */
    String advance();

    /** Capital went out to a company (投放资金). */
    record CapitalAdvanced(
            Voucher voucher,
            String advance,
            String company,
            Fen amount,
            Rate rate,
            LocalDate due,
            String resolution,
            AdvancePurpose purpose)
            implements AdvanceEvent {}

    /** An advance is due later (展期). */
    record AdvanceExtended(Voucher voucher, String advance, LocalDate due, String resolution) implements AdvanceEvent {}

    /** Principal came back (收回本金). */
    record AdvanceRepaid(Voucher voucher, String advance, String company, Fen amount) implements AdvanceEvent {}

    /** A company paid for the use of an advance (收取收益). */
    record ReturnReceived(Voucher voucher, String advance, String company, Fen amount) implements AdvanceEvent {}

    /** Principal was given up as lost (核销). */
    record AdvanceWrittenOff(Voucher voucher, String advance, String company, Fen amount, String resolution)
            implements AdvanceEvent {}

    /** Written-off principal came back after all (核销收回). */
    record WriteOffRecovered(Voucher voucher, String advance, String company, Fen amount) implements AdvanceEvent {}

    /**
     * A company gave back what the risk reserve had paid for its advance (追偿收回).
     *
     * @param parts the parts of the reserve that have it back
     */
    record PayoutRecovered(Voucher voucher, String advance, String company, Fen amount, ReserveParts parts)
            implements AdvanceEvent {}
}
