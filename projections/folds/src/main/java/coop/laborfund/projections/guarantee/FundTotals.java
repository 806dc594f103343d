package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What a fund's events add up to.
 *
 * @param balances other than zero, by account and sub-account in code point order
 */
public record FundTotals(List<Balance> balances, GuaranteeTotals guarantees) {

    /**
     * The figures of a year.
     *
     * @param scope that of the events, or one in which the same of them count
     * @return empty where the fund was not open
     */
    public Optional<GuaranteeFigures> figures(Scope scope, int year) {
        return guarantees.figures(scope, year, balances);
    }

    /** The verdicts of a year, without evidence; empty as the figures are. */
    public Optional<Verdicts> verdicts(Scope scope, int year) {
        return figures(scope, year).map(Judge::judge);
    }
}
