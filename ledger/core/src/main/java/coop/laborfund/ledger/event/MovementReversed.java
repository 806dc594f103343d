package coop.laborfund.ledger.event;

import java.util.Optional;

/**
 * An earlier movement was undone (冲正, 红字). It carries the whole original, so that every fold can undo it without looking
 * anything up.
 *
 * @param original what is undone; never itself a reversal or a closing
 */
public record MovementReversed(Voucher voucher, FundEvent original) implements FundEvent {

    @Override
    public Optional<String> reverses() {
        return Optional.of(original.ref());
    }
}
