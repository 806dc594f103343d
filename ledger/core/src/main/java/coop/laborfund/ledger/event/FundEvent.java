package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that happened in one fund. The groups below let a fold that has no interest in, say, labor pass over all of it in
 * one line, and still have the compiler point at it when a new group or event appears.
 */
public sealed interface FundEvent extends LedgerEvent
        permits SetupEvent,
                ShareEvent,
                AdvanceEvent,
                TreasuryEvent,
                DividendEvent,
                GuaranteePaid,
                LaborEvent,
                MovementReversed,
                PeriodEvent,
                StatementEvent {

    Voucher voucher();

    /** The amount that the movement names; zero where it names none. A record with an amount answers with that. */
    default Fen amount() {
        return Fen.ZERO;
    }

    default String fund() {
        return voucher().fund();
    }

    default String ref() {
        return voucher().ref();
    }

    @Override
    default StreamId stream() {
        return StreamKind.FUND.of(fund());
    }

    /** Its {@link #ref}, which every fund's event has. */
    @Override
    default Optional<String> reference() {
        return Optional.of(ref());
    }

    /** The voucher that this event undoes; empty where it is no reversal. */
    @Override
    default Optional<String> reverses() {
        return Optional.empty();
    }

    default LocalDate date() {
        return voucher().date();
    }
}
