package coop.laborfund.ledger.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a fund has recorded that rows to come may be the same as, for warnings; never asked by who appends. Every method throws
 * {@link coop.laborfund.ledger.door.DatabaseFailedException} where the database fails.
 */
public final class LikeMovements {

    /** The punctuation that an id may have, and what all of it looks like from far away. */
    private static final String PUNCTUATION = "_./()（）";

    private static final char ANY_PUNCTUATION = '-';

    private static final String ON_DAYS = """
            select ref, payload::jsonb #>> '{voucher,date}', payload::jsonb ->> 'amount', metadata::jsonb ->> 'digest'
              from event
             where fund = ? and payload::jsonb #>> '{voucher,date}' = any(?)""";

    private static final String ALIKE = """
            select ref from event where fund = ? and translate(ref, ?, ?) = any(?) order by sequence""";

    private final Database database;

    /**
     * A recorded movement.
     *
     * @param amount as in its event, null where that has none
     * @param digest of its content, its ref included
     */
    public record Recorded(
            String ref,
            LocalDate date,
            @Nullable String amount,
            @Nullable String digest) {}

    public LikeMovements(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** A fund's movements of these days. */
    public List<Recorded> onDays(String fund, Collection<LocalDate> days) {
        String[] dates = days.stream().map(LocalDate::toString).toArray(String[]::new);
        return database.ask(jdbc -> jdbc.sql(ON_DAYS)
                .params(fund, dates)
                .query((row, number) -> new Recorded(
                        row.getString(1), LocalDate.parse(row.getString(2)), row.getString(3), row.getString(4)))
                .list());
    }

    /** A fund's refs that are one of these but for the kind of their punctuation, as {@link #skeleton} gives them. */
    public List<String> refsLike(String fund, Collection<String> skeletons) {
        String plain = String.valueOf(ANY_PUNCTUATION).repeat(PUNCTUATION.length());
        return database.ask(jdbc -> jdbc.sql(ALIKE)
                .params(fund, PUNCTUATION, plain, skeletons.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** A ref with all its punctuation of one kind; the ref itself where it has none, or only that. */
    public static String skeleton(String ref) {
        StringBuilder skeleton = null;
        for (int i = 0; i < ref.length(); i++) {
            if (PUNCTUATION.indexOf(ref.charAt(i)) >= 0) {
                skeleton = skeleton == null ? new StringBuilder(ref) : skeleton;
                skeleton.setCharAt(i, ANY_PUNCTUATION);
            }
        }
        return skeleton == null ? ref : skeleton.toString();
    }

    /** Whether a ref has any punctuation that may be of another kind. */
    public static boolean hasPunctuation(String ref) {
        return skeleton(ref).indexOf(ANY_PUNCTUATION) >= 0;
    }
}
