package coop.laborfund.api.proof;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of millions of texts may have come more than once. It keeps 8 bytes of each, a hash, so two different ones can be taken
 * for the same: whoever asks has to look at the texts themselves again.
 */
final class RepeatedTexts {

    /** Enough to tell of: a history with so many is nobody's mistake. */
    private static final int MOST = 1_000;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1 << 10];
    private int count;

    void add(String text) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count + (count >> 1));
        }
        hashes[count++] = hash(text);
    }

    /** The hashes that came more than once, or the first thousand of them. */
    Set<Long> repeated() {
        Arrays.sort(hashes, 0, count);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < count && repeated.size() < MOST; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated.add(hashes[i]);
            }
        }
        return repeated;
    }

    /** FNV-1a, by characters. */
    static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
