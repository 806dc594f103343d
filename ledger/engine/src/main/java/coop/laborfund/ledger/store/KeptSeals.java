package coop.laborfund.ledger.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** The signed lists of heads that stand in the database, whatever is in them. */
public final class KeptSeals {

    private static final int PAGE = 100;

    private final Database database;

    public KeptSeals(DataSource source) {
        database = new Database(source);
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

    /** Whether anything was ever sealed. */
    public boolean isAny() {
        return database.ask(jdbc -> jdbc.sql("select exists (select from seal)")
                .query(Boolean.class)
                .single());
    }

    /** The last position that is sealed, 0 where none is. */
    public long lastPosition() {
        return database.ask(jdbc -> jdbc.sql("select coalesce(max(position), 0) from seal")
                .query(Long.class)
                .single());
    }

    /** Keeps one more. */
    public void add(Instant sealedAt, long position, String heads, String key, byte[] signature) {
        database.ask(
                jdbc -> jdbc.sql("insert into seal (sealed_at, position, heads, key, signature) values (?, ?, ?, ?, ?)")
                        .params(sealedAt.atOffset(ZoneOffset.UTC), position, heads, key, signature)
                        .update());
    }

    /** The next ones after a number; empty after the last. */
    public List<Kept> after(long number) {
        return database.ask(jdbc -> jdbc.sql(
                        "select number, heads, key, signature from seal where number > ? order by number limit " + PAGE)
                .param(number)
                .query((row, index) -> new Kept(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .list());
    }
}
