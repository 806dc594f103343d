package coop.laborfund.api.proof;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong.
 *
 * @param position the event's, null where it is no event's
 * @param ref the voucher number of the event, null where there is none or it cannot be read
 */
public record Finding(@Nullable Long position, @Nullable String ref, String chinese, String english) {

    static Finding of(String chinese, String english) {
        return new Finding(null, null, chinese, english);
    }
}
