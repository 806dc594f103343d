package coop.laborfund.api.app;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether the disks have room to record. Nothing is recorded to find out: the room on the data directory's disk is looked at, and the
 * database, which may have another disk, is asked something that it needs files for.
 *
 * @param data the data directory
 * @param database the ledger's
 */
public record RoomToRecord(DataFolder data, LedgerPool database) {

    /** A file of PostgreSQL's log, without room for the next of which it stops, and a little more. */
    private static final long LEAST = 20L << 20;

    private static final String DISK_FULL = "53100";

    /** Sorted in files of about two megabytes, which are gone afterwards. */
    private static final String NEEDS_FILES =
            "select count(*) from (select g from generate_series(1, 100000) g order by -g) sorted";

    /** Bytes on the data directory's disk. */
    public long free() throws IOException {
        return Files.getFileStore(data.path()).getUsableSpace();
    }

    /** @throws IOException where the disk or the database does not answer */
    public boolean isEnough() throws IOException {
        try {
            return free() >= LEAST && databaseHasRoom();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private boolean databaseHasRoom() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local work_mem = '64kB'");
                try (ResultSet answer = statement.executeQuery(NEEDS_FILES)) {
                    return answer.next();
                }
            } catch (SQLException failed) {
                if (DISK_FULL.equals(failed.getSQLState())) {
                    return false;
                }
                throw failed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
