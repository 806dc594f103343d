package coop.laborfund.api.words;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.projections.finding.What;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern FAILURE = Pattern.compile("\\bWords\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"");
    private static final Pattern DUE = Pattern.compile("\\btell\\(\\s*\"([^\"]+)\"");
    private static final Pattern OUTLOOK = Pattern.compile("\\boutlook\\(\\s*\"([^\"]+)\"");
    private static final Pattern ON_PAGES = Pattern.compile("words\\.(?:say|also|both)\\('([^']+)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void failuresHaveTheSentencesThatAreUsed() throws IOException {
        Set<String> used = used(FAILURE, SOURCES);

        assertThat(used).hasSizeGreaterThan(30);
        assertThat(Area.FAILURES.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void reasonsHaveTheSentencesThatAreUsed() throws IOException {
        Set<String> used = used(REASON, SOURCES.resolve("coop/laborfund/api/answer"));

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(Area.REASONS.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void findingsHaveASentenceEach() {
        assertThat(Area.FINDINGS.keys())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(What.values()).map(What::name).toList());
    }

    @Test
    void whatIsDueHasTheSentencesThatAreUsed() throws IOException {
        Set<String> used = used(DUE, SOURCES.resolve("coop/laborfund/api/answer"));

        assertThat(used).hasSizeGreaterThan(5);
        assertThat(Area.DUE.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void theOutlookHasTheSentencesThatAreUsed() throws IOException {
        Set<String> used = used(OUTLOOK, SOURCES.resolve("coop/laborfund/api/answer"));

        assertThat(used).hasSizeGreaterThan(5);
        assertThat(Area.OUTLOOK.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void pagesHaveTheWordsThatTemplatesUse() throws IOException {
        Set<String> used = used(ON_PAGES, RESOURCES.resolve("templates"));

        assertThat(used).hasSizeGreaterThan(40);
        assertThat(Area.PAGES.keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void templatesHaveNoWordsOfTheirOwn() throws IOException {
        try (Stream<Path> templates = Files.list(RESOURCES.resolve("templates"))) {
            for (Path template : templates.toList()) {
                assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(CHINESE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesHaveTheSameKeysAndFillInTheSame(Area area) throws IOException {
        Properties chinese = read(area, "zh");
        Properties english = read(area, "en");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachLanguageStandsInItsOwnFile(Area area) throws IOException {
        assertThat(read(area, "zh").values())
                .allSatisfy(words -> assertThat((String) words).containsPattern(CHINESE));
        assertThat(read(area, "en").values())
                .allSatisfy(words -> assertThat((String) words).doesNotContainPattern(CHINESE));
    }

    @Test
    void fillsInWhatIsSaidOfItAsItStands() {
        Words words = Words.of("badParameter", "year", "{1} ä", "YYYY");

        assertThat(words.chinese()).isEqualTo("参数 year 的值“{1} ä”无效,例如 YYYY。");
        assertThat(words.english()).isEqualTo("Parameter year is \"{1} ä\"; it should look like YYYY.");
        assertThat(words.lines()).isEqualTo(words.chinese() + "\n" + words.english());
        assertThat(words.together()).isEqualTo(words.chinese() + " " + words.english());
        assertThat(words.dotted()).isEqualTo(words.chinese() + " · " + words.english());
    }

    @Test
    void wordsWithinWordsAreFilledInByLanguage() {
        Words words = Words.of("fundNotOpen", new Words("甲", "first"));

        assertThat(words.chinese()).isEqualTo("基金“甲”尚未设立。");
        assertThat(words.english()).isEqualTo("Fund \"first\" is not open.");
    }

    @Test
    void oneSentenceFollowsAnother() {
        Words words = Words.of("fundNotOpen", "F").and(Words.of("fundNotOpen.hint"));

        assertThat(words.chinese()).isEqualTo("基金“F”尚未设立。用 funds 命令查看有哪些基金。");
        assertThat(words.english()).isEqualTo("Fund \"F\" is not open. See the command funds for those that are.");
    }

    /** The keys that files name. */
    private static Set<String> used(Pattern use, Path folder) throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                use.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(used::add);
            }
        }
        return used;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(place -> place.group()).collect(Collectors.toSet());
    }

    private static Properties read(Area area, String language) throws IOException {
        Properties words = new Properties();
        String name = area.name().toLowerCase(Locale.ROOT) + "." + language + ".properties";
        try (Reader file = Files.newBufferedReader(RESOURCES.resolve("words").resolve(name))) {
            words.load(file);
        }
        return words;
    }
}
