package coop.laborfund.projections.rebuild;

import coop.laborfund.ledger.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A checksum of the compiled code that makes rows of events. Rows of two programs must not be mingled in one table, and
 * no version number is raised as reliably as code is changed.
 */
final class ProgramForm {

    private static final String[] CODE = {
        "classpath*:coop/laborfund/ledger/**/*.class", "classpath*:coop/laborfund/projections/**/*.class"
    };

    private ProgramForm() {}

    /** The checksum of the program and of something else. */
    static String with(String more) {
        MessageDigest digest = Sha256.start();
        digest.update(Code.CHECKSUM);
        digest.update(more.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Read at the first rebuild of a process. */
    private static final class Code {

        private static final byte[] CHECKSUM = checksum();

        private static byte[] checksum() {
            try {
                MessageDigest digest = Sha256.start();
                PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
                for (String pattern : CODE) {
                    Resource[] classes = resolver.getResources(pattern);
                    Arrays.sort(classes, Comparator.comparing(Resource::getDescription));
                    for (Resource code : classes) {
                        add(digest, code);
                    }
                }
                return digest.digest();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the program cannot read its own code", unreadable);
            }
        }

        private static void add(MessageDigest digest, Resource code) throws IOException {
            try (InputStream bytes = code.getInputStream()) {
                digest.update(bytes.readAllBytes());
            }
        }
    }
}
