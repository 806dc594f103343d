package coop.laborfund.projections.store;

import coop.laborfund.projections.fact.Projection;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far projections have got: a row each in {@code projection_progress}, whose lock is the right to write its
 * tables.
 */
public record Progress(JdbcClient jdbc) {

    public long read(Projection projection) {
        return position(projection, "").orElseThrow();
    }

    /**
     * How far the tables have got.
     *
     * @param shown how far all of some have
     * @param furthest how far any of them all has
     */
    record Reach(long shown, long furthest) {}

    /** How far whichever is ahead of all others has got. */
    public long furthest() {
        return jdbc.sql("select max(position) from projection_progress")
                .query(Long.class)
                .single();
    }

    /** How far all of some have got, and whichever is ahead of all. */
    Reach reach(Collection<Projection> projections) {
        return jdbc.sql("select min(position) filter (where name = any(?)), max(position) from projection_progress")
                .param(projections.stream().map(Projection::name).toArray(String[]::new))
                .query((row, number) -> new Reach(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Waits for whoever writes, then is the writer until the transaction ends. */
    public long lock(Projection projection) {
        return position(projection, " for update").orElseThrow();
    }

    /** The same without waiting; empty where somebody else writes. */
    Optional<Long> lockUnlessHeld(Projection projection) {
        return position(projection, " for update skip locked");
    }

    public void save(Projection projection, long position) {
        jdbc.sql("update projection_progress set position = ? where name = ?")
                .params(position, projection.name())
                .update();
    }

    private Optional<Long> position(Projection projection, String lock) {
        return jdbc.sql("select position from projection_progress where name = ?" + lock)
                .param(projection.name())
                .query(Long.class)
                .optional();
    }
}
