package coop.laborfund.projections.finding;

import coop.laborfund.projections.guarantee.GuaranteeFigures;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.guarantee.Verdicts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What several groups of findings ask, on the day that is asked about.
 *
 * @param day that day
 * @param standings the figures of the books by day
 * @param advances the advances that were not undone, each with what became of it
 * @param figures those of a year's verdicts, empty where the fund is not open
 */
record View(
        LocalDate day,
        Standings standings,
        AdvanceBook advances,
        PolicyDays policies,
        IntFunction<Optional<GuaranteeFigures>> figures) {

    Optional<Verdicts> verdicts(int year) {
        return figures.apply(year).map(Judge::judge);
    }
}
