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

    /** Of the later of two. */
    static Finding usedTwice(long position, String ref) {
        return new Finding(
                position,
                ref,
                "凭证号 " + ref + " 在这个基金里已经用过",
                "the voucher number " + ref + " was used in this fund before");
    }

    /** Of the later of two. */
    static Finding undoneTwice(long position, @Nullable String ref, String undone) {
        return new Finding(position, ref, "凭证 " + undone + " 已经冲正过", "the voucher " + undone + " was undone before");
    }
}
