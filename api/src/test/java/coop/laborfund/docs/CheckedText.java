package coop.laborfund.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed document of which some or all is made by running the program.
 *
 * @param path from this module's folder
 * @param test what makes it
 */
public record CheckedText(Path path, Class<?> test) {

    private static final boolean WRITE = Boolean.getBoolean("laborfund.write-docs");

    public String read() throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** The one command that writes it again, from the root. */
    public String command() {
        return "mvn test -Dtest=" + test.getSimpleName()
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dlaborfund.write-docs=true";
    }

    /** Asserts that the file is as the code says; told to write, writes it instead. */
    public void holds(String expected) throws IOException {
        if (WRITE) {
            Files.writeString(path, expected);
        }
        assertThat(read())
                .as("%s differs from the code. Write it again with: %s", path, command())
                .isEqualTo(expected);
    }
}
