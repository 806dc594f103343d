package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the verdict on the capital's safety goes by.
 *
 * @param shares what the households put in
 * @param allocated losses shared out to the households in the year of the day: lost capital was not kept safe
 * @param bank what is in the bank
 * @param owed what of the money in the bank is others': dividends payable and all payables, deposits too
 * @param outstanding principal out with companies
 * @param reserve the risk reserve
 * @param deposits what companies have left, by company, only where above zero
 * @param reserveRate the part of {@code outstanding} that the reserve should hold
 */
public record CapitalFigures(
        Fen shares,
        Fen allocated,
        Fen bank,
        Fen owed,
        Fen outstanding,
        Fen reserve,
        List<Advance> advances,
        Map<String, Fen> deposits,
        Rate reserveRate) {

    /** What they would be had companies paid so much more on some advances, or others for them. */
    public CapitalFigures afterRepaying(Map<String, Fen> byAdvance) {
        Fen repaid = byAdvance.values().stream().reduce(Fen.ZERO, Fen::plus);
        return new CapitalFigures(
                shares,
                allocated,
                bank.plus(repaid),
                owed,
                outstanding.minus(repaid),
                reserve,
                advances.stream()
                        .map(advance -> advance.less(byAdvance.getOrDefault(advance.advance(), Fen.ZERO)))
                        .toList(),
                deposits,
                reserveRate);
    }

    /** What they would be had somebody put so much more into the reserve. */
    public CapitalFigures afterFundingReserve(Fen amount) {
        return new CapitalFigures(
                shares,
                allocated,
                bank.plus(amount),
                owed,
                outstanding,
                reserve.plus(amount),
                advances,
                deposits,
                reserveRate);
    }

    /**
     * An advance on the day.
     *
     * @param outstanding its principal as it stands, below zero too
     * @param dues its own due date and those that replaced it one after the other, by extensions given in time
     * @param goodUntil the last day on which it counts as good
     */
    public record Advance(String company, String advance, Fen outstanding, List<LocalDate> dues, LocalDate goodUntil) {

        /** The due date that it is judged by. */
        public LocalDate due() {
            return dues.getLast();
        }

        public boolean isGoodOn(LocalDate day) {
            return !day.isAfter(goodUntil);
        }

        public boolean isPastDueOn(LocalDate day) {
            return outstanding.isPositive() && day.isAfter(due());
        }

        private Advance less(Fen repaid) {
            return new Advance(company, advance, outstanding.minus(repaid), dues, goodUntil);
        }
    }
}
