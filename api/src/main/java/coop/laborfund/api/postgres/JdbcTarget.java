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

    /** @throws DatabaseUnavailableException where the URL's password is not URL-encoded */
    public JdbcTarget {
        Matcher inUrl = PASSWORD.matcher(url);
        while (inUrl.find()) {
            // As for PostgreSQL's driver, what the URL says goes before the rest, and last before first.
            password = decoded(inUrl.group(2));
            url = inUrl.replaceFirst(inUrl.group(3).isEmpty() ? "" : "$1");
            inUrl.reset(url);
        }
    }

    /** Without the decoder's own words, which are a part of the password. */
    private static String decoded(String password) {
        try {
            return URLDecoder.decode(password, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new DatabaseUnavailableException(
                    "数据库 URL 中的密码未按 URL 编码：百分号应写作 %25。也可不写在 URL 中，改设环境变量 LABORFUND_PASSWORD。",
                    "The password in the database's URL is not URL-encoded: write a percent sign as %25."
                            + " Or leave it out of the URL and set LABORFUND_PASSWORD in the environment.",
                    null);
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
