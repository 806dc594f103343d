package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;
import java.util.List;

/**
 * What the verdict on the capital's safety goes by.
 *
 * @param shares what the households put in
 * @param bank what is in the bank
 * @param owed what of the money in the bank is others': dividends payable, and payables without companies' deposits
 * @param outstanding principal out with companies
 * @param reserve the risk reserve
 * @param graceDays days past due before an advance no longer counts as good
 * @param reserveRate the part of {@code outstanding} that the reserve should hold
 */
public record CapitalFigures(
        LocalDate asOf,
        Fen shares,
        Fen bank,
        Fen owed,
        Fen outstanding,
        Fen reserve,
        List<Advance> advances,
        int graceDays,
        Rate reserveRate) {

    /**
     * An advance on the day.
     *
     * @param outstanding its principal as it stands, below zero too
     * @param due the latest of its own and its extensions'
     */
    public record Advance(String company, String advance, Fen outstanding, LocalDate due) {}
}
