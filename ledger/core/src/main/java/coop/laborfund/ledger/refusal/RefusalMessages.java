package coop.laborfund.ledger.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence for a refusal: what is wrong and what to do, in Chinese and in English. */
public final class RefusalMessages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Properties CHINESE = read("refusals.zh.properties");
    private static final Properties ENGLISH = read("refusals.en.properties");

    private RefusalMessages() {}

    /** @param value what stands in the cell, empty where nothing does */
    public static String chinese(Rejection rejection, String value) {
        return fill(CHINESE, rejection, rejection.column().chinese(), value);
    }

    /** @param value what stands in the cell, empty where nothing does */
    public static String english(Rejection rejection, String value) {
        return fill(ENGLISH, rejection, rejection.column().key(), value);
    }

    private static String fill(Properties templates, Rejection rejection, String column, String value) {
        Map<String, String> values = new HashMap<>(rejection.details());
        values.put("column", column);
        values.put("value", value);
        String template = template(templates, rejection);
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(valueOf(match, values)));
    }

    /** A code with several reasons has a sentence for each: {@code BAD_CODE.personal}. */
    private static String template(Properties templates, Rejection rejection) {
        String code = rejection.code().name();
        String reason = rejection.details().get("reason");
        return Objects.requireNonNull(templates.getProperty(reason == null ? code : code + "." + reason), code);
    }

    private static String valueOf(MatchResult placeholder, Map<String, String> values) {
        return values.getOrDefault(placeholder.group(1), "");
    }

    private static Properties read(String resource) {
        InputStream stream = Objects.requireNonNull(RefusalMessages.class.getResourceAsStream(resource), resource);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties templates = new Properties();
            templates.load(reader);
            return templates;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
