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

/** Adds up a fund's labor: as large as its workers and the placements that have not ended. */
final class LaborFold extends FactFold<LaborFigures> {

    private final Map<String, String> households = new HashMap<>();
    private final Map<String, Placement> open = new HashMap<>();
    private final Map<String, Placement> ended = new HashMap<>();
    private int trainings;

    /** @param year whose trainings count */
    LaborFold(int year) {
        on(Worker.class, (worker, sign) -> households.put(worker.worker(), worker.household()));
        on(Placement.class, this::count);
        on(PlacementEnd.class, this::count);
        on(Training.class, (training, sign) -> trainings += training.date().getYear() == year ? sign : 0);
    }

    private void count(Placement placement, int sign) {
        if (sign > 0) {
            open.put(placement.ref(), placement);
        } else {
            open.remove(placement.ref());
        }
    }

    /** The end of a placement can be undone, so a placement that ended is kept until then. */
    private void count(PlacementEnd end, int sign) {
        Map<String, Placement> from = sign > 0 ? open : ended;
        Map<String, Placement> to = sign > 0 ? ended : open;
        Placement placement = from.remove(end.placement());
        if (placement != null) {
            to.put(end.placement(), placement);
        }
    }

    @Override
    public LaborFigures result() {
        SortedMap<PlacementKind, Integer> placed = new TreeMap<>();
        Set<String> employed = new HashSet<>();
        for (Placement placement : open.values()) {
            placed.merge(placement.kind(), 1, Integer::sum);
            String household = households.get(placement.worker());
            if (household != null) {
                employed.add(household);
            }
        }
        return new LaborFigures(placed, employed, trainings);
    }
}
