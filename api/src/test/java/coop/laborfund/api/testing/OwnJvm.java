package coop.laborfund.api.testing;

import coop.laborfund.api.LaborFund;
import coop.laborfund.api.postgres.JdbcTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real program in a JVM of its own. */
public final class OwnJvm {

    private static final String POSTGRES_PROGRAM = "laborfund.postgres.program";

    private OwnJvm() {}

    /**
     * Starts it; its standard error goes where this one's goes.
     *
     * @param options of the JVM
     */
    public static Process start(List<String> options, String... arguments) throws IOException {
        return program(options, arguments).start();
    }

    /** The same on a database that is there. */
    public static Process startOn(JdbcTarget database, List<String> options, String... arguments) throws IOException {
        ProcessBuilder program = program(options, arguments);
        program.environment().put("LABORFUND_URL", database.url());
        program.environment().put("LABORFUND_USER", database.user());
        program.environment().put("LABORFUND_PASSWORD", database.password());
        return program.start();
    }

    private static ProcessBuilder program(List<String> options, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-D" + POSTGRES_PROGRAM + "=" + System.getProperty(POSTGRES_PROGRAM, "target/postgres-program"));
        line.add("-cp");
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        line.add(LaborFund.class.getName());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
