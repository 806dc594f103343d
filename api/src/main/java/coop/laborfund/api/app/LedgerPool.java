package coop.laborfund.api.app;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The connections that the parts work by, under the role that may only add to the history. A part of its own and no bare {@link
 * DataSource}: for one of those Spring Boot would bring parts of its own into the web application.
 */
public record LedgerPool(HikariDataSource source) implements AutoCloseable {

    @Override
    public void close() {
        source.close();
    }
}
