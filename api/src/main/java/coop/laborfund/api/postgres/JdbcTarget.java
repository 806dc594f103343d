package coop.laborfund.api.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it takes to log in to the database. A password that stands in the URL is taken out of it, so that whoever is given the URL and
 * says so, here or in a library, says no password.
 *
 * @param url a {@code jdbc:postgresql:} URL
 * @param user the role to log in as
 * @param password its password; empty where the server asks for none. Never printed.
 */
public record JdbcTarget(String url, String user, String password) {

    private static final Pattern PASSWORD = Pattern.compile("([?&])password=([^&]*)(&|$)");

    public JdbcTarget {
        Matcher inUrl = PASSWORD.matcher(url);
        if (inUrl.find()) {
            // As for PostgreSQL's driver, what the URL says goes before the rest.
            password = URLDecoder.decode(inUrl.group(2), StandardCharsets.UTF_8);
            url = inUrl.replaceFirst(inUrl.group(3).isEmpty() ? "" : "$1");
        }
    }

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
        return "JdbcTarget[" + Secrets.hidden(url) + " as " + user + "]";
    }
}
