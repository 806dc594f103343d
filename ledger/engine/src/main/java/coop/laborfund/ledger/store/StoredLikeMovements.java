package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.LikeMovements;
import coop.laborfund.ledger.door.RefSkeleton;
import coop.laborfund.ledger.event.StreamKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** {@link LikeMovements} in the table of events: each question reads through one fund's. */
public final class StoredLikeMovements implements LikeMovements {

    private static final String ON_DAYS = """
            select ref, payload::jsonb #>> '{voucher,date}', payload::jsonb ->> 'amount', metadata::jsonb ->> 'digest'
              from event
             where kind = ? and fund = ? and payload::jsonb #>> '{voucher,date}' = any(?)""";

    private static final String ALIKE = """
            select ref from event where kind = ? and fund = ? and translate(ref, ?, ?) = any(?) order by sequence""";

    private final Database database;

    public StoredLikeMovements(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    @Override
    public List<Recorded> onDays(String fund, Collection<LocalDate> days) {
        String[] dates = days.stream().map(LocalDate::toString).toArray(String[]::new);
        return database.ask(jdbc -> jdbc.sql(ON_DAYS)
                .params(StreamKind.FUND.code(), fund, dates)
                .query((row, number) -> new Recorded(
                        row.getString(1), LocalDate.parse(row.getString(2)), row.getString(3), row.getString(4)))
                .list());
    }

    @Override
    public List<String> refsLike(String fund, Collection<String> skeletons) {
        String one = String.valueOf(RefSkeleton.ANY).repeat(RefSkeleton.OTHERS.length());
        return database.ask(jdbc -> jdbc.sql(ALIKE)
                .params(StreamKind.FUND.code(), fund, RefSkeleton.OTHERS, one, skeletons.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
