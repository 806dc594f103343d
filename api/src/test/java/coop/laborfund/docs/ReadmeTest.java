package coop.laborfund.docs;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.movement.MovementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README says of the code is so. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> DOCUMENTS = List.of(
            "README.md",
            "docs/OPERATIONS.md",
            "ledger/DECISIONS.md",
            "ledger/EVENTS.md",
            "ledger/GLOSSARY.md",
            "ledger/REFUSALS.md");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[([^\\]]+)]: (\\S+)$");
    private static final Pattern USE = Pattern.compile("\\[[^\\]]+]\\[([^\\]]+)]");
    private static final Pattern INLINE = Pattern.compile("\\[[^\\]]+]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** A row of the table of slices: type, command, event, rules; the last three as a name and what it links to. */
    private static final Pattern SLICE = Pattern.compile("(?m)^\\| (\\S+) `([A-Z_]+)` \\| \\[(\\w+)]\\[(\\w+)]"
            + " \\| \\[(\\w+)]\\[(\\w+)] \\| \\[(\\w+)]\\[(\\w+)] \\|");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (String document : DOCUMENTS) {
            Path file = ROOT.resolve(document);
            String text = Files.readString(file);
            Map<String, String> links = links(text);
            assertThat(links.keySet()).as(document).containsAll(targets(USE, text));
            assertThat(targets(USE, text)).as("used in " + document).containsAll(links.keySet());
            assertThat(links.values())
                    .allSatisfy(path -> assertThat(beside(file, path)).exists());
            assertThat(targets(INLINE, text))
                    .allSatisfy(path -> assertThat(beside(file, path)).exists());
        }
    }

    @Test
    void theSlicesAreTheCodes() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Map<String, String> links = links(readme);
        List<String[]> rows = SLICE.matcher(readme)
                .results()
                .map(row -> new String[] {
                    row.group(1),
                    row.group(2),
                    row.group(3),
                    row.group(4),
                    row.group(5),
                    row.group(6),
                    row.group(7),
                    row.group(8)
                })
                .toList();

        assertThat(rows.stream().map(row -> row[1] + " " + row[0]))
                .containsExactlyElementsOf(Arrays.stream(MovementType.values())
                        .map(type -> type.name() + " " + type.chinese())
                        .toList());
        assertThat(rows.stream().map(row -> row[4]))
                .containsExactlyElementsOf(Arrays.stream(MovementType.values())
                        .map(type -> type.event().getSimpleName())
                        .toList());
        assertThat(rows.stream().map(row -> row[2]))
                .containsExactlyElementsOf(Arrays.stream(MovementType.values())
                        .map(type -> type.command().getSimpleName())
                        .toList());
        assertThat(readme).contains(MovementType.values().length + " 种业务都出现过");
        for (String[] row : rows) {
            assertThat(source(links, row[3])).contains("record " + row[2] + "(");
            assertThat(source(links, row[5])).contains("record " + row[4] + "(");
            assertThat(source(links, row[7])).contains("class " + row[6], row[2]);
        }
    }

    private static String source(Map<String, String> links, String name) throws IOException {
        return Files.readString(ROOT.resolve(Objects.requireNonNull(links.get(name), name)));
    }

    private static Map<String, String> links(String text) {
        return DEFINITION
                .matcher(text)
                .results()
                .collect(Collectors.toMap(link -> link.group(1), link -> link.group(2)));
    }

    private static List<String> targets(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Path beside(Path file, String link) {
        return Objects.requireNonNull(file.getParent()).resolve(link);
    }
}
