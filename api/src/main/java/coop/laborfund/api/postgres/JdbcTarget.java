package coop.laborfund.api.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What it takes to log in to the database.
 *
 * @param url a {@code jdbc:postgresql:} URL
 * @param user the role to log in as
 * @param password its password; empty where the server asks for none. Never printed.
 */
public record JdbcTarget(String url, String user, String password) {

    /**
     * A connection of its own, outside any pool.
     *
     * @throws SQLException when the server cannot be reached or refuses the login
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return "JdbcTarget[" + url + " as " + user + "]";
    }
}
