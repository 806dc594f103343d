package coop.laborfund.api.app;

import coop.laborfund.api.postgres.DatabaseUnavailableException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database's tables up to this program's, or says why that cannot be. */
final class Schema {

    /** The role that the program works under; it may add to the history and change no table's form (afterMigrate.sql). */
    static final String PROGRAM_ROLE = "laborfund_app";

    private Schema() {}

    /** @throws DatabaseUnavailableException where the tables are not this program's; nothing was changed then */
    static void upgrade(DataSource database) {
        if (!CurrentSchema.isIn(database)) {
            migrate(database);
        }
    }

    private static void migrate(DataSource database) {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load();
            if (Arrays.stream(flyway.info().all()).anyMatch(migration -> isFuture(migration.getState()))) {
                throw new DatabaseUnavailableException(
                        "数据库的表是由更新版本的程序建立的。请使用更新版本的程序。",
                        "The tables of this database were made by a newer program. Use the newer program.",
                        null);
            }
            flyway.migrate();
        } catch (FlywayValidateException changed) {
            throw new DatabaseUnavailableException(
                    "数据库升级记录与本程序不符,没有做任何改动。请使用原来的程序,或从备份恢复:" + changed.getMessage(),
                    "The database was upgraded by other steps than this program's; nothing was changed. Use the program"
                            + " that made it, or restore a backup: " + changed.getMessage(),
                    changed);
        } catch (FlywayException failed) {
            throw new DatabaseUnavailableException(
                    "数据库升级失败,未完成的一步已撤回:" + failed.getMessage(),
                    "The database could not be upgraded; the step that failed was undone: " + failed.getMessage(),
                    failed);
        }
    }

    /**
     * Makes the tables in an empty database as they were after one of this program's steps, rights left out.
     *
     * @param step its file, one of {@link CurrentSchema#STEPS}
     */
    static void make(DataSource database, String step) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(step.substring(1, step.indexOf("__")))
                // Rights are said of the tables that this program has, of which some may be still to come.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    private static boolean isFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
