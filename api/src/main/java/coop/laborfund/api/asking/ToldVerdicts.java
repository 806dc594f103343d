package coop.laborfund.api.asking;

import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.exporting.Export;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * The verdicts in all their forms.
 *
 * @param movements what they rest on, by position; asked only where it is shown
 */
public record ToldVerdicts(
        Verdicts verdicts, GuaranteesAnswer answer, Supplier<SortedMap<Long, Evidence>> movements, Export export) {}
