package coop.laborfund.api.app;

import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fact.Shape;
import java.util.HashSet;
import java.util.Set;

/** The tables that a backup leaves out, as they are made again from what is in it; any other table belongs to the ledger. */
final class DerivedTables {

    /** Snapshots are taken again as funds are used, read tables rebuilt, and the steps that made the tables are taken again. */
    static final Set<String> NAMES = names();

    private DerivedTables() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>(Set.of("flyway_schema_history", "projection_progress", "snapshot"));
        Projections.ALL.forEach(projection ->
                projection.facts().forEach(fact -> names.add(Shape.of(fact).table())));
        return Set.copyOf(names);
    }
}
