package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;

/**
 * A line of an official form.
 *
 * @param line its number in the form
 * @param amount of the day, or of the year up to it
 * @param previous at the year's beginning, or of the whole year before
 */
public record StatementLine(int line, Fen amount, Fen previous) {}
