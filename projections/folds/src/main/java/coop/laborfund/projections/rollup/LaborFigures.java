package coop.laborfund.projections.rollup;

import coop.laborfund.ledger.event.PlacementKind;
import java.util.Set;
import java.util.SortedMap;

/**
 * Who works where on a day.
 *
 * @param placed workers in a placement that has not ended, by where it is, kinds with none left out; public-service posts among them
 * @param employed households of which at least one worker is
 * @param trainings completed in the year, up to the day
 */
public record LaborFigures(SortedMap<PlacementKind, Integer> placed, Set<String> employed, int trainings) {}
