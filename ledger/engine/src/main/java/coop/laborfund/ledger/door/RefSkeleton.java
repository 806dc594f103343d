package coop.laborfund.ledger.door;

/** Refs as they look from far away: with all their punctuation of one kind and width. */
public final class RefSkeleton {

    /** The punctuation that an id may have beside {@link #ANY}. */
    public static final String OTHERS = "_./()（）";

    /** What all of it becomes. */
    public static final char ANY = '-';

    private RefSkeleton() {}

    /** The ref itself where it has no punctuation, or only of the one kind. */
    public static String of(String ref) {
        StringBuilder skeleton = null;
        for (int i = 0; i < ref.length(); i++) {
            if (OTHERS.indexOf(ref.charAt(i)) >= 0) {
                skeleton = skeleton == null ? new StringBuilder(ref) : skeleton;
                skeleton.setCharAt(i, ANY);
            }
        }
        return skeleton == null ? ref : skeleton.toString();
    }

    /** Whether a ref has any punctuation, which might be of another kind. */
    public static boolean differs(String ref) {
        return of(ref).indexOf(ANY) >= 0;
    }
}
