package coop.laborfund.api.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lock that PostgreSQL itself holds on its cluster, for as long as any of its processes lives.
 *
 * <p>Process ids, shared memory and ports mean nothing in another container; a lock on a file does, wherever that file is seen,
 * under whatever path. The locks of {@link DirectoryLock} end with the program, and PostgreSQL may outlive the program. So this
 * one is taken on an open file that the postmaster inherits and hands on to each of its processes, and the system lets go of it
 * when the last of them is gone, however it ended. It is {@code flock(2)}, since Java's own locks are not inherited.
 *
 * <p>It is on {@code PG_VERSION}: every cluster has that file, nothing rewrites it, and it moves with the cluster.
 *
 * @param file the file that the lock is on
 */
record ServerLock(Path file) {

    /** The status of a command that was not run since another holds the lock. */
    static final int HELD = 75;

    /** The status of a command that was not run since the file system's locks fail, or hold nobody off. */
    static final int USELESS = 76;

    /** PostgreSQL that has just been stopped lives on for moments. */
    private static final int PATIENCE_SECONDS = 20;

    /**
     * Takes the lock, sees that it holds off another open file, and becomes the command. Descriptor 9 stays open in it.
     */
    private static final String TAKE = """
            exec 9>>"$1" || exit %1$d
            flock -w %3$d -E %2$d 9
            case $? in 0) ;; %2$d) exit %2$d ;; *) exit %1$d ;; esac
            exec 8>>"$1" || exit %1$d
            flock -n 8 && { echo "two may hold one lock at a time"; exit %1$d; }
            exec 8>&-
            shift
            exec "$@"
            """.formatted(USELESS, HELD, PATIENCE_SECONDS);

    static ServerLock of(Path cluster) {
        return new ServerLock(cluster.resolve("PG_VERSION"));
    }

    /** The command line that takes the lock and hands it to what the command starts; or ends with one of the two statuses. */
    List<String> taking(List<String> command) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", TAKE, "sh", file.toString()));
        line.addAll(command);
        return line;
    }

    /** Whether any process of a PostgreSQL that this program has started on these files lives, in whatever container. */
    boolean isHeld() throws IOException {
        try {
            Process look = new ProcessBuilder("flock", "-s", "-n", "-E", String.valueOf(HELD), file.toString(), "true")
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            String words = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = look.waitFor();
            if (status != 0 && status != HELD) {
                throw new IOException("flock: " + words.strip());
            }
            return status == HELD;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking for PostgreSQL", stop);
        }
    }
}
