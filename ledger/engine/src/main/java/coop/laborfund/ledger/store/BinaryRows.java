package coop.laborfund.ledger.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one table in the binary form of {@code COPY}: neither side spends its time on the digits of numbers, days and hashes.
 * Days and instants count from 1 January 2000, of years before the first one as of any other.
 */
public final class BinaryRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {-1, -1};
    private static final int NULL = -1;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = TimeUnit.DAYS.toSeconds(EPOCH.toEpochDay());

    private byte[] bytes;
    private int length;
    private long rows;

    public BinaryRows() {
        this(1 << 12);
    }

    /** @param room bytes that it is likely to need */
    public BinaryRows(int room) {
        bytes = new byte[room];
    }

    /** To be sent before the first row. */
    public static void begin(CopyIn copy) throws SQLException {
        copy.writeToCopy(HEADER, 0, HEADER.length);
    }

    /** To be sent after the last row. */
    public static void end(CopyIn copy) throws SQLException {
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
    }

    /** Begins a row of so many columns; their values follow in order. */
    public void row(int columns) {
        putShort(columns);
        rows++;
    }

    public void none() {
        putInt(NULL);
    }

    public void integer(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    public void bigint(long value) {
        putInt(Long.BYTES);
        putLong(value);
    }

    public void bool(boolean value) {
        putInt(1);
        reserve(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    public void date(LocalDate value) {
        integer(Math.toIntExact(value.toEpochDay() - EPOCH.toEpochDay()));
    }

    public void timestamp(Instant value) {
        long micros = TimeUnit.NANOSECONDS.toMicros(value.getNano());
        bigint(Math.addExact(TimeUnit.SECONDS.toMicros(value.getEpochSecond() - EPOCH_SECOND), micros));
    }

    public void text(String value) {
        bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public void uuid(UUID value) {
        putInt(2 * Long.BYTES);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
    }

    public void bytea(byte[] value) {
        putInt(value.length);
        piece(value);
    }

    /** Appends what {@link #toBytes} of another gave. */
    public void piece(byte[] piece) {
        reserve(piece.length);
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** In bytes. */
    public int size() {
        return length;
    }

    /** Hands over what it has, and is empty again; returns the number of rows that were begun in it. */
    public long writeTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
        long written = rows;
        rows = 0;
        return written;
    }

    private void putShort(int value) {
        reserve(Short.BYTES);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >>> Integer.SIZE));
        putInt((int) value);
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
