package coop.laborfund.api.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path FILES = Path.of("src", "main", "resources", "words");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern USE = Pattern.compile("Words\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyKeyThatIsUsedHasItsSentenceInBothLanguagesAndNoOtherHas() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                USE.matcher(Files.readString(source))
                        .results()
                        .map(use -> use.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(read("zh").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(read("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void eachLanguageStandsInItsOwnFile() throws IOException {
        assertThat(read("zh").values())
                .allSatisfy(words -> assertThat((String) words).containsPattern(CHINESE));
        assertThat(read("en").values())
                .allSatisfy(words -> assertThat((String) words).doesNotContainPattern(CHINESE));
    }

    @Test
    void fillsInWhatIsSaidOfItAsItStands() {
        Words words = Words.of("badParameter", "year", "{1} ä", "YYYY");

        assertThat(words.chinese()).isEqualTo("参数 year 的值“{1} ä”无效,例如 YYYY。");
        assertThat(words.english()).isEqualTo("Parameter year is \"{1} ä\"; it should look like YYYY.");
        assertThat(words.lines()).isEqualTo(words.chinese() + "\n" + words.english());
    }

    @Test
    void oneSentenceFollowsAnother() {
        Words words = Words.of("fundNotOpen", "F").and(Words.of("fundNotOpen.hint"));

        assertThat(words.chinese()).isEqualTo("基金“F”尚未设立。用 funds 命令查看有哪些基金。");
        assertThat(words.english()).isEqualTo("Fund \"F\" is not open. See the command funds for those that are.");
    }

    private static Properties read(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(FILES.resolve("failures." + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }
}
