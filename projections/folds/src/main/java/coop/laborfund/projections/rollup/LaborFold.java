package coop.laborfund.projections.rollup;

import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.projections.fact.Labor.Placement;
import coop.laborfund.projections.fact.Labor.PlacementEnd;
import coop.laborfund.projections.fact.Labor.Training;
import coop.laborfund.projections.fact.Labor.Worker;
import coop.laborfund.projections.fold.FactFold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up a fund's labor. It is as large as its workers and placements: one that has ended is kept, because its end can be undone,
 * and an end may be handed over before its beginning.
 */
final class LaborFold extends FactFold<LaborFigures> {

    private final Map<String, String> households = new HashMap<>();
    private final Map<String, Placement> begun = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private int trainings;

    /** @param year whose trainings count */
    LaborFold(int year) {
        // What registers a worker is never undone.
        on(Worker.class, (worker, sign) -> households.put(worker.worker(), worker.household()));
        on(Placement.class, this::count);
        on(PlacementEnd.class, this::count);
        on(Training.class, (training, sign) -> trainings += training.date().getYear() == year ? sign : 0);
    }

    private void count(Placement placement, int sign) {
        if (sign > 0) {
            begun.put(placement.ref(), placement);
        } else {
            begun.remove(placement.ref());
        }
    }

    private void count(PlacementEnd end, int sign) {
        if (sign > 0) {
            ended.add(end.placement());
        } else {
            ended.remove(end.placement());
        }
    }

    @Override
    public LaborFigures result() {
        Map<PlacementKind, Set<String>> workers = new TreeMap<>();
        Set<String> employed = new HashSet<>();
        for (Placement placement : begun.values()) {
            if (!ended.contains(placement.ref())) {
                workers.computeIfAbsent(placement.kind(), kind -> new HashSet<>())
                        .add(placement.worker());
                String household = households.get(placement.worker());
                if (household != null) {
                    employed.add(household);
                }
            }
        }
        SortedMap<PlacementKind, Integer> placed = new TreeMap<>();
        workers.forEach((kind, those) -> placed.put(kind, those.size()));
        return new LaborFigures(placed, employed, trainings);
    }
}
