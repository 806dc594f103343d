package coop.laborfund.api.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The two files of an area, read once and when they are needed. */
record Bundle(Properties chinese, Properties english) {

    private static final Map<Area, Bundle> READ = new ConcurrentHashMap<>();

    static Bundle of(Area area) {
        return READ.computeIfAbsent(area, needed -> new Bundle(read(needed, "zh"), read(needed, "en")));
    }

    private static Properties read(Area area, String language) {
        String name = "/words/" + area.name().toLowerCase(Locale.ROOT) + "." + language + ".properties";
        Properties words = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                Objects.requireNonNull(Bundle.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
