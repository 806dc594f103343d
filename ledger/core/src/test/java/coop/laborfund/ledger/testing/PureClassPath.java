package coop.laborfund.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** What a pure artifact must not bring along: whoever uses it, Spark or another program, gets the domain and nothing else. */
public final class PureClassPath {

    /** Artifacts by their file names. */
    private static final Pattern IMPURE =
            Pattern.compile("axon|spring|postgres|hikari|flyway|servlet|tomcat|jdbc", Pattern.CASE_INSENSITIVE);

    private static final List<String> IMPURE_CLASSES = List.of(
            "org.axonframework.messaging.Message",
            "org.springframework.core.SpringVersion",
            "org.postgresql.Driver",
            "jakarta.servlet.Servlet");

    private PureClassPath() {}

    /** Asserts that this JVM, which runs a module's tests, has none of them on its class path. */
    public static void requireOfThisModule() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(path.split(File.pathSeparator, -1))
                .hasSizeGreaterThan(3)
                .allSatisfy(entry -> assertThat(new File(entry).getName()).doesNotContainPattern(IMPURE));
        for (String impure : IMPURE_CLASSES) {
            assertThat(PureClassPath.class.getClassLoader().getResource(impure.replace('.', '/') + ".class"))
                    .as(impure)
                    .isNull();
        }
    }
}
