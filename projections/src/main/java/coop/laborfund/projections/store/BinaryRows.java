package coop.laborfund.projections.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one table in the binary form of {@code COPY}: neither side spends its time on the digits of numbers and days.
 * Days and instants count from 1 January 2000, of years before the first one as of any other.
 */
final class BinaryRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int TRAILER = -1;
    private static final int NULL = -1;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = TimeUnit.DAYS.toSeconds(EPOCH.toEpochDay());

    private byte[] bytes = Arrays.copyOf(HEADER, 1 << 12);
    private int length = HEADER.length;
    private long rows;

    /** Begins a row of so many columns; their values follow in order. */
    void row(int columns) {
        putShort(columns);
        rows++;
    }

    void none() {
        putInt(NULL);
    }

    void integer(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    void bigint(long value) {
        putInt(Long.BYTES);
        putInt((int) (value >>> Integer.SIZE));
        putInt((int) value);
    }

    void date(LocalDate value) {
        integer(Math.toIntExact(value.toEpochDay() - EPOCH.toEpochDay()));
    }

    void timestamp(Instant value) {
        long micros = TimeUnit.NANOSECONDS.toMicros(value.getNano());
        bigint(Math.addExact(TimeUnit.SECONDS.toMicros(value.getEpochSecond() - EPOCH_SECOND), micros));
    }

    void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        putInt(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /** The bytes of its rows. */
    int size() {
        return length - HEADER.length;
    }

    /** Ends the form, hands it over, and is empty again; returns the number of rows. */
    long writeTo(CopyIn copy) throws SQLException {
        putShort(TRAILER);
        copy.writeToCopy(bytes, 0, length);
        length = HEADER.length;
        long written = rows;
        rows = 0;
        return written;
    }

    private void putShort(int value) {
        reserve(Short.BYTES);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putInt(int value) {
        reserve(Integer.BYTES);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
