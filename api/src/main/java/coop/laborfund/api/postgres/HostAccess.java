package coop.laborfund.api.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** {@code pg_hba.conf}: who may log in how. Nobody gets in without the password. */
final class HostAccess {

    private static final String METHOD = "scram-sha-256";

    private HostAccess() {}

    /**
     * Puts scram where a line still says {@code trust}, in one step on the disk. The cluster is made without one; this
     * is for a file that a hand or a restored copy has put there. To be called before the server starts.
     */
    static void requirePassword(Path cluster) throws IOException {
        Path file = cluster.resolve("pg_hba.conf");
        List<String> before = Files.readAllLines(file);
        List<String> after = before.stream().map(HostAccess::withoutTrust).toList();
        if (after.equals(before)) {
            return;
        }
        Path draft = cluster.resolve("pg_hba.conf.new");
        PrivateFiles.write(draft, String.join("\n", after) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The line with its method made scram if it was trust; comments as they are. */
    static String withoutTrust(String line) {
        String rule = line.strip();
        if (rule.isEmpty() || rule.startsWith("#")) {
            return line;
        }
        return line.replaceFirst("(?i)(?<=\\s)\"?trust\"?(?=\\s*(#.*)?$)", METHOD);
    }
}
