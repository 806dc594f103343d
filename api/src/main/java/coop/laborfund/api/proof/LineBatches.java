package coop.laborfund.api.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into batches of whole lines. */
final class LineBatches {

    /** No event is near as long. */
    static final int LONGEST_LINE = 1 << 24;

    private static final int SIZE = 1 << 18;

    private final InputStream in;
    private byte[] rest = new byte[0];
    private boolean ended;

    LineBatches(InputStream in) {
        this.in = in;
    }

    /**
     * The next lines, each with its line break (the last of all may lack it); null after the last.
     *
     * @throws IllegalArgumentException where a line is too long to be one
     */
    byte @Nullable [] next() throws IOException {
        byte[] batch = rest;
        int lastBreak = -1;
        while (!ended && lastBreak < 0) {
            if (batch.length > LONGEST_LINE) {
                throw new IllegalArgumentException("line too long");
            }
            int had = batch.length;
            batch = Arrays.copyOf(batch, had + Math.max(SIZE, had));
            int read = in.readNBytes(batch, had, batch.length - had);
            ended = had + read < batch.length;
            batch = ended ? Arrays.copyOf(batch, had + read) : batch;
            lastBreak = lastBreak(batch, had);
        }
        if (ended) {
            rest = new byte[0];
            return batch.length == 0 ? null : batch;
        }
        rest = Arrays.copyOfRange(batch, lastBreak + 1, batch.length);
        return Arrays.copyOf(batch, lastBreak + 1);
    }

    private static int lastBreak(byte[] bytes, int from) {
        for (int i = bytes.length - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
