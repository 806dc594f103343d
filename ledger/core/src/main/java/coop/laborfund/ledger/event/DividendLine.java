package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;

/** What a dividend gives to, or pays to, one household; never zero. */
public record DividendLine(String household, Fen amount) {}
