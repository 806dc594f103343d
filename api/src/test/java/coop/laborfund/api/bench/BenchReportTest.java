package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a run of one benchmark does to the rows of the others: nothing. */
class BenchReportTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "BENCHMARKS.md");

    @Test
    void aSectionIsReplacedAndTheOthersStay() {
        String document = "# T\n\nwords\n\n## a\n\nrow a\n\n## b\n\nrow b\n";

        assertThat(BenchReport.withSection(document, "b", "new b\n"))
                .isEqualTo("# T\n\nwords\n\n## a\n\nrow a\n\n## b\n\nnew b\n");
        assertThat(BenchReport.withSection(document, "aa", "row aa\n"))
                .isEqualTo("# T\n\nwords\n\n## a\n\nrow a\n\n## aa\n\nrow aa\n\n## b\n\nrow b\n");
    }

    @Test
    void theDocumentAsItStandsIsWrittenAgainToTheLetter() throws IOException {
        String document = Files.readString(DOCUMENT);
        String commands = document.split("(?m)^## commands\n\n", -1)[1].split("(?m)^\n## ", -1)[0];

        assertThat(BenchReport.withSection(document, "commands", commands)).isEqualTo(document);
    }
}
