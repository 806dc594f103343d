package coop.laborfund.ledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed document that is made from the code. */
record GeneratedFile(Path path, Class<?> test) {

    private static final boolean WRITE = Boolean.getBoolean("laborfund.write-docs");

    /** The one command that writes the file again, from the root. */
    String command() {
        return "mvn -pl ledger/core test -Dtest=" + test.getSimpleName() + " -Dlaborfund.write-docs=true";
    }

    /** What stands below the heading of each such document. */
    String notice() {
        return "由程序生成，不要手改；改了代码之后重写它： · Made from the code, not by hand; to write it again:\n`" + command() + "`\n";
    }

    /** Asserts that the file is as the code says; told to write, writes it instead. */
    void holds(String expected) throws IOException {
        if (WRITE) {
            Files.writeString(path, expected);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("%s differs from the code. Write it again with: %s", path, command())
                .isEqualTo(expected);
    }
}
