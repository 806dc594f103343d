package coop.laborfund.ledger.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The signed lists of heads that stand in the database, whatever is in them. */
public final class KeptSeals {

    private static final int PAGE = 100;

    private final Database database;
    private final TransactionTemplate transaction;

    public KeptSeals(DataSource source) {
        database = new Database(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /**
     * A list as it is kept.
     *
     * @param number in the order of sealing, from 1
     * @param heads what was signed
     * @param key the fingerprint of the key that it was signed with
     * @param signature of the bytes of {@code heads}
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Kept(long number, String heads, String key, byte[] signature) {}

    /** The fingerprints of the keys that lists were ever signed with. */
    public Set<String> keys() {
        return database.ask(jdbc -> Set.copyOf(
                jdbc.sql("select distinct key from seal").query(String.class).list()));
    }

    /** The last position that is sealed, 0 where none is. */
    public long lastPosition() {
        return database.ask(jdbc -> jdbc.sql("select coalesce(max(position), 0) from seal")
                .query(Long.class)
                .single());
    }

    /**
     * Keeps one more, unless another did so in the meantime, or the ledger has another key by now.
     *
     * @return whether it was kept
     */
    public boolean add(Instant sealedAt, long position, String heads, String key, byte[] signature) {
        return database.ask(jdbc -> Boolean.TRUE.equals(transaction.execute(status -> {
            KeptKeys.lock(jdbc);
            return jdbc.sql("insert into seal (sealed_at, position, heads, key, signature) select ?, ?, ?, ?, ?"
                                    + " where ? > (select coalesce(max(position), 0) from seal)"
                                    + " and ? = (select fingerprint from signing_key order by number desc limit 1)")
                            .params(sealedAt.atOffset(ZoneOffset.UTC), position, heads, key, signature, position, key)
                            .update()
                    > 0;
        })));
    }

    /** The positions that lists were sealed at. */
    public Set<Long> positions() {
        return database.ask(jdbc -> Set.copyOf(
                jdbc.sql("select distinct position from seal").query(Long.class).list()));
    }

    /** The next ones after a number; empty after the last. */
    public List<Kept> after(long number) {
        return page("number > ? order by number", number);
    }

    /** The next ones sealed beyond a position; empty beyond the last. */
    public List<Kept> beyond(long position) {
        return page("position > ? order by position, number", position);
    }

    private List<Kept> page(String which, long from) {
        return database.ask(jdbc -> jdbc.sql(
                        "select number, heads, key, signature from seal where " + which + " limit " + PAGE)
                .param(from)
                .query((row, index) -> new Kept(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .list());
    }
}
