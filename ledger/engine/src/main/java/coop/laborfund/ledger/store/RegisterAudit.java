package coop.laborfund.ledger.store;

import java.util.List;
import javax.sql.DataSource;

/**
 * Looks at all funds' events together for what the table's own rules should never let in, whatever has become of its indexes. At
 * most 100 of a kind are told.
 */
public final class RegisterAudit {

    private static final String NUMBERING_FAULTS = """
            select position
              from (select position, recorded_at, lag(position, 1, 0::bigint) over history as before,
                           lag(recorded_at) over history as at_before
                      from event where position <= ? window history as (order by position)) each
             where position <> before + 1 or recorded_at < at_before
             order by position limit 100""";

    private static final String USED_TWICE = """
            select max(position) as position, ref from event where position <= ? and ref is not null
             group by kind, fund, ref having count(*) > 1 order by position limit 100""";

    private static final String UNDONE_TWICE = """
            select max(position) as position, reverses from event where position <= ? and reverses is not null
             group by kind, fund, reverses having count(*) > 1 order by position limit 100""";

    private final Database database;

    public RegisterAudit(DataSource source) {
        database = new Database(source);
    }

    /**
     * A voucher that stands more than once in a stream.
     *
     * @param position the last place
     */
    public record Voucher(long position, String ref) {}

    /** The positions up to the last one looked at before which one is missing, or whose instant is earlier than the one before. */
    public List<Long> numberingFaults(long last) {
        return database.ask(
                jdbc -> jdbc.sql(NUMBERING_FAULTS).param(last).query(Long.class).list());
    }

    /** The voucher numbers that a stream uses more than once. */
    public List<Voucher> usedTwice(long last) {
        return vouchers(USED_TWICE, last);
    }

    /** The vouchers that a stream undoes more than once. */
    public List<Voucher> undoneTwice(long last) {
        return vouchers(UNDONE_TWICE, last);
    }

    private List<Voucher> vouchers(String question, long last) {
        return database.ask(jdbc -> jdbc.sql(question)
                .param(last)
                .query((row, number) -> new Voucher(row.getLong(1), row.getString(2)))
                .list());
    }
}
