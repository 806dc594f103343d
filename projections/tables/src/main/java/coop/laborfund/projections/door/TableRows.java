package coop.laborfund.projections.door;

import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.store.SqlFacts;
import java.util.List;

/** The rows of the read tables as they stand, to be held against what events give. Fails as {@link AskBooks} does. */
public final class TableRows {

    private final SqlFacts facts;

    public TableRows(SqlFacts facts) {
        this.facts = facts;
    }

    /** A fund's rows of one kind from one position to another, both included, by position. */
    public <F extends Fact> List<F> between(Class<F> type, String fund, long from, long to) {
        return Failures.own(() -> facts.between(type, fund, from, to));
    }

    /** The last position that some row of one kind bears, 0 where there is none. */
    public long last(Class<? extends Fact> type) {
        return Failures.own(() -> facts.last(type));
    }

    /** How many rows of one kind there are of all funds, up to a position. */
    public long count(Class<? extends Fact> type, long last) {
        return Failures.own(() -> facts.count(type, last));
    }
}
