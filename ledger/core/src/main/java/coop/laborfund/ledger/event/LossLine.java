package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;

/**
 * What a shared loss takes of one household's shares; never zero.
 *
 * @param own what of it is of {@link ShareSource#OWN}; the rest is of the other source
 */
public record LossLine(String household, Fen amount, Fen own) {}
