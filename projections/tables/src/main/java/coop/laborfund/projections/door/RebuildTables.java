package coop.laborfund.projections.door;

import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.rebuild.RebuildProgress;
import coop.laborfund.projections.rebuild.RebuildResult;
import java.util.List;

/** Makes read tables anew from the history. */
@FunctionalInterface
public interface RebuildTables {

    /**
     * Folds the whole history again into new tables of these projections, and replaces the old ones, which until then are read and
     * written as ever.
     *
     * @throws coop.laborfund.projections.rebuild.RebuildRefusedException where that cannot be now
     */
    RebuildResult rebuild(List<Projection> projections, RebuildProgress progress);
}
