package coop.laborfund.api.exporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records by day, each day's in the order in which they came. Beyond a few megabytes they wait in a file without a name, so that a
 * long history needs no more memory than a short one. Close it to let go of the file.
 */
final class DayPages implements AutoCloseable {

    /** Bytes that are kept in memory. */
    private static final int ROOM = 1 << 25;

    private static final int BUFFER = 1 << 16;

    private final int room;
    private final Map<LocalDate, Day> days = new HashMap<>();
    private @Nullable FileChannel file;
    private long written;
    private int held;

    /** A piece of a day's bytes in the file. */
    private record Piece(long begin, int length) {}

    private static final class Day {
        private final List<Piece> pieces = new ArrayList<>();
        private int records;
        private ByteArrayOutputStream fresh = new ByteArrayOutputStream();
    }

    DayPages() {
        this(ROOM);
    }

    DayPages(int room) {
        this.room = room;
    }

    void add(LocalDate date, byte[] bytes) {
        Day day = days.computeIfAbsent(date, any -> new Day());
        day.records++;
        day.fresh.writeBytes(bytes);
        held += bytes.length;
        if (held > room) {
            spill();
        }
    }

    /** The days that have any. */
    SortedSet<LocalDate> days() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(days.keySet()));
    }

    /** How many a day has. */
    int count(LocalDate date) {
        return days.getOrDefault(date, new Day()).records;
    }

    /** A day's bytes, from the first record on. */
    InputStream open(LocalDate date) {
        Day day = days.getOrDefault(date, new Day());
        List<InputStream> parts = new ArrayList<>();
        day.pieces.forEach(piece -> parts.add(new Reader(piece)));
        parts.add(new ByteArrayInputStream(day.fresh.toByteArray()));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private void spill() {
        try {
            OutputStream out = Channels.newOutputStream(file());
            for (Day day : days.values()) {
                int length = day.fresh.size();
                if (length > 0) {
                    day.fresh.writeTo(out);
                    day.fresh = new ByteArrayOutputStream();
                    day.pieces.add(new Piece(written, length));
                    written += length;
                }
            }
            held = 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private FileChannel file() throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path path = Files.createTempFile("laborfund-journal", "");
            // On Linux the name is gone once it is open, so that nothing is left of it however the process ends.
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads a piece, whatever is read beside. */
    private final class Reader extends InputStream {
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private long place;
        private int left;

        Reader(Piece piece) {
            place = piece.begin;
            left = piece.length;
        }

        @Override
        public int read() throws IOException {
            return fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, buffer.remaining());
            buffer.get(bytes, from, taken);
            return taken;
        }

        /** Returns whether there is anything in the buffer. */
        private boolean fill() throws IOException {
            if (buffer.hasRemaining()) {
                return true;
            }
            if (left == 0) {
                return false;
            }
            buffer.clear().limit(Math.min(left, BUFFER));
            int read = file().read(buffer, place);
            if (read < 0) {
                throw new IOException("a temporary file was cut off");
            }
            place += read;
            left -= read;
            buffer.flip();
            return true;
        }
    }
}
