package coop.laborfund.api.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands and the web say nothing in Chinese but what stands in the files of words. */
class NoChineseInCodeTest {

    private static final Path API = Path.of("src", "main", "java", "coop", "laborfund", "api");
    private static final Pattern LITERAL =
            Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*\\p{IsHan}(?:[^\"\\\\\n]|\\\\.)*)\"");

    /** Read by springdoc, which knows texts of annotations alone; that document is in both languages at once. */
    private static final Pattern SUMMARY =
            Pattern.compile("summary\\s*=\\s*\"(?:[^\"\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\n]|\\\\.)*\")*");

    private static final Set<String> ALLOWED = Set.of(
            // Names of files that people are given, whatever their language.
            "TemplateCommand.java: 流水表模板.xlsx",
            "TemplateController.java: 流水表模板",
            "Upload.java: 流水表.csv",
            "Upload.java: 流水表.xlsx");

    /** The OpenAPI document's descriptions, in both languages at once as its summaries are. */
    private static final Set<String> OPEN_API = Set.of("OpenApiDocument.java", "MovementSchema.java");

    @Test
    void wordsStandInTheirFiles() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : Set.of("cli", "web")) {
            try (Stream<Path> sources = Files.walk(API.resolve(folder))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    String name = String.valueOf(source.getFileName());
                    String text = SUMMARY.matcher(Files.readString(source)).replaceAll("");
                    if (!OPEN_API.contains(name)) {
                        LITERAL.matcher(text).results().forEach(literal -> found.add(name + ": " + literal.group(1)));
                    }
                }
            }
        }
        assertThat(found).isEqualTo(ALLOWED);
    }
}
