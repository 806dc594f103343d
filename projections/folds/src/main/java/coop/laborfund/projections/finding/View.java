package coop.laborfund.projections.finding;

import coop.laborfund.projections.guarantee.Policies;
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
 * @param verdicts those of a year, empty where the fund is not open
 */
record View(
        LocalDate day,
        Standings standings,
        AdvanceBook advances,
        Policies policies,
        IntFunction<Optional<Verdicts>> verdicts) {}
