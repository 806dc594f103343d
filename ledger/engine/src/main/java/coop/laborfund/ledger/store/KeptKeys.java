package coop.laborfund.ledger.store;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The public halves of the keys that a ledger has signed with, whatever is in them, one after the other. */
public final class KeptKeys {

    /** An arbitrary number that all versions of this program share: who holds it signs, or changes who does. */
    private static final long LOCK = 7_301_108;

    private final Database database;
    private final TransactionTemplate transaction;

    public KeptKeys(DataSource source) {
        database = new Database(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /**
     * A key as it is kept.
     *
     * @param number from 1
     * @param publicKey as PEM
     * @param statement what was signed
     * @param signature the key's own, of the bytes of {@code statement}
     * @param previousSignature that of the key before, null where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Kept(
            int number,
            String fingerprint,
            String publicKey,
            String statement,
            byte[] signature,
            byte @Nullable [] previousSignature) {}

    /** In their order; the last is the one that signs. */
    public List<Kept> all() {
        return database.ask(KeptKeys::all);
    }

    /**
     * Adds a key, while nobody signs and nobody else adds one.
     *
     * @param made is given the keys so far and the last position recorded; empty where nothing is to be added after all
     */
    public void add(BiFunction<List<Kept>, Long, Optional<Kept>> made) {
        database.ask(jdbc -> transaction.execute(status -> {
            lock(jdbc);
            long last = jdbc.sql("select coalesce(max(position), 0) from event")
                    .query(Long.class)
                    .single();
            made.apply(all(jdbc), last).ifPresent(key -> insert(jdbc, key));
            return true;
        }));
    }

    /** Keys and seals change one at a time: the rest of the transaction sees what those before it wrote. */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")::text")
                .query(String.class)
                .single();
    }

    private static List<Kept> all(JdbcClient jdbc) {
        return jdbc.sql("select number, fingerprint, public_key, statement, signature, previous_signature"
                        + " from signing_key order by number")
                .query((row, index) -> new Kept(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getBytes(6)))
                .list();
    }

    private static void insert(JdbcClient jdbc, Kept key) {
        jdbc.sql("insert into signing_key (number, fingerprint, public_key, statement, signature, previous_signature)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(key.number)
                .param(key.fingerprint)
                .param(key.publicKey)
                .param(key.statement)
                .param(key.signature)
                .param(key.previousSignature)
                .update();
    }
}
