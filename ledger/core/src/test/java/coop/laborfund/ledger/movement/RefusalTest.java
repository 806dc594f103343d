package coop.laborfund.ledger.movement;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.refusal.Rejection;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal, provoked by the rows of {@code refusals.txt} and explained to people. */
class RefusalTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    static List<RefusalExample> examples() {
        return RefusalExample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isReportedAtItsColumnAndChangesNothing(RefusalExample example) {
        example.provoke();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isExplainedInChineseAndEnglishWithEveryPlaceholderFilled(RefusalExample example) {
        Rejection rejection = example.provoke();
        String value = example.refused().cell(rejection.column());

        assertExplained(
                rejection, rejection.column().chinese(), value, "zh", RefusalMessages.chinese(rejection, value));
        assertExplained(rejection, rejection.column().key(), value, "en", RefusalMessages.english(rejection, value));
    }

    private static void assertExplained(
            Rejection rejection, String column, String value, String language, String message) {
        Map<String, String> known = new HashMap<>(rejection.details());
        known.put("column", column);
        known.put("value", value);
        List<String> named = PLACEHOLDER
                .matcher(template(language, rejection))
                .results()
                .map(placeholder -> placeholder.group(1))
                .toList();

        assertThat(known.keySet()).as("what there is to say, %s", rejection).containsAll(named);
        assertThat(message).doesNotContain("{");
        assertThat(named).allSatisfy(name -> assertThat(message).contains(known.getOrDefault(name, "?")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void saysTheSameFiguresInBothLanguages(RefusalExample example) {
        Rejection rejection = example.provoke();

        assertThat(placeholders("zh", rejection)).isEqualTo(placeholders("en", rejection));
    }

    @Test
    void everyCodeHasAnExample() {
        assertThat(examples()).extracting(RefusalExample::code).contains(RefusalCode.values());
    }

    @Test
    void everySentenceHasAnExampleAndStandsInBothLanguages() {
        Set<String> provoked = examples().stream()
                .map(RefusalExample::provoke)
                .map(RefusalTest::sentence)
                .collect(toSet());
        // Takes thousands of rows: AmountRangeTest provokes it.
        provoked.add("AMOUNT_TOO_LARGE.turnover");

        assertThat(templates("zh").stringPropertyNames()).isEqualTo(provoked);
        assertThat(templates("en").stringPropertyNames()).isEqualTo(provoked);
    }

    @Test
    void aCellIsQuotedAsItStandsWhateverIsInIt() {
        Rejection rejection = new Rejection(RefusalCode.UNKNOWN_TYPE, Column.TYPE, Map.of());

        assertThat(RefusalMessages.english(rejection, "$1 {column} \\")).startsWith("\"$1 {column} \\\"");
    }

    @Test
    void aShortageNamesBothFiguresInYuan() {
        Rejection rejection = new Rejection(
                RefusalCode.INSUFFICIENT_CASH,
                Column.AMOUNT,
                Map.of(
                        "needed",
                        Fen.ofYuan("60000.01").toString(),
                        "available",
                        Fen.ofYuan("60000").toString()));

        assertThat(RefusalMessages.english(rejection, "60000.01"))
                .isEqualTo("Not enough cash at the bank: 60000.01 yuan needed, 60000.00 there.");
        assertThat(RefusalMessages.chinese(rejection, "60000.01")).isEqualTo("银行存款不足:需要 60000.01 元,现有 60000.00 元。");
    }

    private static Set<String> placeholders(String language, Rejection rejection) {
        return PLACEHOLDER
                .matcher(template(language, rejection))
                .results()
                .map(MatchResult::group)
                .filter(placeholder -> !placeholder.equals("{column}"))
                .collect(toSet());
    }

    private static String template(String language, Rejection rejection) {
        return Objects.requireNonNull(templates(language).getProperty(sentence(rejection)), sentence(rejection));
    }

    private static String sentence(Rejection rejection) {
        String reason = rejection.details().get("reason");
        return reason == null ? rejection.code().name() : rejection.code() + "." + reason;
    }

    private static Properties templates(String language) {
        Properties templates = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        RefusalMessages.class.getResourceAsStream("refusals." + language + ".properties")),
                StandardCharsets.UTF_8)) {
            templates.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return templates;
    }
}
