package coop.laborfund.projections.fact;

import java.util.List;
import java.util.Optional;

/** Every projection there is. */
public final class Projections {

    public static final List<Projection> ALL = List.of(
            new Journal(),
            new Members(),
            new Shares(),
            new Advances(),
            new Dividends(),
            new CollectiveIncome(),
            new Payouts(),
            new Labor());

    private Projections() {}

    public static Optional<Projection> named(String name) {
        return ALL.stream().filter(projection -> projection.name().equals(name)).findFirst();
    }
}
