package coop.laborfund.projections.rebuild;

import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.store.RowCopy;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes the events of a slice one after another, each once for all projections, and writes their rows. */
final class SliceFold implements Consumer<Recorded> {

    /** Rows of a table that are sent at once, in bytes. */
    private static final int PIECE = 1 << 20;

    /** How many events go by until it is asked whether a piece is full. */
    private static final int GLANCE = 500;

    private final JdbcTemplate jdbc;
    private final Slice slice;
    private final RowCopy copy = new RowCopy();
    private long position;
    private long rows;

    SliceFold(JdbcTemplate jdbc, Slice slice) {
        this.jdbc = jdbc;
        this.slice = slice;
        this.position = slice.from() - 1;
    }

    @Override
    public void accept(Recorded recorded) {
        if (recorded.position() != position + 1) {
            throw History.lacking(position + 1);
        }
        position = recorded.position();
        if (recorded instanceof RecordedEvent event) {
            fold(event);
        }
        if (position % GLANCE == 0) {
            write(PIECE);
        }
    }

    private void fold(RecordedEvent event) {
        for (Map.Entry<Projection, Long> reached : slice.reached().entrySet()) {
            if (position > reached.getValue()) {
                reached.getKey().rows(event).forEach(copy::add);
            }
        }
    }

    /** Writes what is left, and answers how many rows there were in all. */
    long end() {
        if (position != slice.to()) {
            throw History.lacking(position + 1);
        }
        write(0);
        return rows;
    }

    private void write(int bytes) {
        Long written = jdbc.execute((Connection connection) -> copy.into(connection, bytes));
        rows += Objects.requireNonNull(written);
    }
}
