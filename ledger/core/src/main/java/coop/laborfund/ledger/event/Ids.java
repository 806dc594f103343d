package coop.laborfund.ledger.event;

import java.util.Comparator;

/** Ids of funds, households, companies, workers, advances and vouchers: plain strings, ordered by code point. */
public final class Ids {

    /** Code point order, which is also the order of the UTF-8 bytes and so of the database; {@code String}'s own is not. */
    public static final Comparator<String> ORDER = Ids::compare;

    private Ids() {}

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // A surrogate stands for a code point above every other char, though its own value is lower than some.
                boolean highA = Character.isSurrogate(a);
                boolean highB = Character.isSurrogate(b);
                return highA == highB ? Character.compare(a, b) : Boolean.compare(highA, highB);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
