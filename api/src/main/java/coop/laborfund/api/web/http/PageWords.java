package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.ReasonAnswer;
import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.door.VillageTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page, in the language that the page is asked for and, beside it, in the other. The request says which that
 * is, as it says the parameters, and so this stands with them.
 *
 * @param language the page's, as HTML names it
 * @param first takes from words what is in that language
 * @param second takes from them what explains it in the other
 */
public record PageWords(String language, Function<Words, String> first, Function<Words, String> second) {

    public static final PageWords CHINESE = new PageWords("zh-CN", Words::chinese, Words::english);

    /** In the page's language. */
    public String say(String key, @Nullable Object... arguments) {
        return first.apply(Words.of(Area.PAGES, key, arguments));
    }

    /** In the other one. */
    public String also(String key, @Nullable Object... arguments) {
        return second.apply(Words.of(Area.PAGES, key, arguments));
    }

    /** A reason in the page's language. */
    public String say(ReasonAnswer reason) {
        return first.apply(new Words(reason.zh(), reason.en()));
    }

    /** A reason in the other one. */
    public String also(ReasonAnswer reason) {
        return second.apply(new Words(reason.zh(), reason.en()));
    }

    /** The day of an instant, in the villages' time. */
    public String day(String instant) {
        return LocalDate.ofInstant(Instant.parse(instant), VillageTime.ZONE).toString();
    }

    /** In the page's language and then in the other. */
    public String both(String key, @Nullable Object... arguments) {
        return say(key, arguments) + " " + also(key, arguments);
    }
}
