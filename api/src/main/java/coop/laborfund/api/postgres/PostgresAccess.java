package coop.laborfund.api.postgres;

import java.nio.file.Path;

/** A PostgreSQL that can be worked on until it is closed. */
public interface PostgresAccess extends AutoCloseable {

    /** How to log in. */
    JdbcTarget target();

    /** Lets go of the database; stops it only if it is the embedded one and nobody else uses it. Safe to repeat. */
    @Override
    void close();

    /**
     * The embedded PostgreSQL under {@code dataDirectory}, which is created where missing.
     *
     * @throws DatabaseUnavailableException when it cannot be started or joined
     */
    static PostgresAccess embedded(Path dataDirectory) {
        return EmbeddedPostgresServer.open(dataDirectory);
    }

    /**
     * An external PostgreSQL, 15 or newer.
     *
     * @throws DatabaseUnavailableException when it cannot be reached, refuses the login or is too old
     */
    static PostgresAccess external(JdbcTarget target) {
        return ExternalPostgres.open(target);
    }
}
