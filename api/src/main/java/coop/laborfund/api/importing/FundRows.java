package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.CellRemark.Kind;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, grouped by fund, each fund's in the order of the file. They are in memory until there are too many, then
 * in one temporary file: whatever is in memory is appended to it fund by fund, so that a fund is a chain of pieces there. So many
 * funds need no more open files than one. Once all rows are added, several threads may read them.
 */
final class FundRows implements AutoCloseable {

    private static final List<Column> COLUMNS = List.of(Column.values());

    /** Stands where another cell's column would. */
    private static final byte END = -1;

    /** Added to a column's number where a remark follows and not a text. */
    private static final int REMARK = 64;

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** Index, sheet, number and whether hidden. */
    private static final int ROW_HEAD = Integer.BYTES + Short.BYTES + Integer.BYTES + 1;

    /** A column and a length. */
    private static final int CELL_HEAD = 1 + Integer.BYTES;

    private final Workspace workspace;
    private final int mostInMemory;
    private final int mostOfAFund;
    private final SequencedMap<String, Rows> funds = new LinkedHashMap<>();
    private final List<FileChannel> spilled = new ArrayList<>();
    private @Nullable FileChannel file;
    private long inMemory;
    private int total;

    /** The row that is being added. */
    private ByteBuffer encoded = ByteBuffer.allocate(1 << 12);

    /**
     * @param mostInMemory bytes to keep before writing them out
     * @param mostOfAFund rows of a fund to keep at all; beyond them rows are only counted
     */
    FundRows(Workspace workspace, int mostInMemory, int mostOfAFund) {
        this.workspace = workspace;
        this.mostInMemory = mostInMemory;
        this.mostOfAFund = mostOfAFund;
    }

    /** A piece of a fund's rows in the temporary file. */
    private record Piece(long offset, int length) {}

    /** One fund's. */
    private static final class Rows {
        private final List<Piece> pieces = new ArrayList<>();
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int count;
    }

    /** What to do with each row of a sheet. */
    @FunctionalInterface
    interface RowAction {
        void accept(int sheet, FileRow row);
    }

    /** @param sheet counted over those that are read */
    void add(int sheet, FileRow row) throws IOException {
        Rows rows = funds.computeIfAbsent(row.cell(Column.FUND), fund -> new Rows());
        rows.count++;
        total++;
        if (rows.count > mostOfAFund) {
            return;
        }
        encode(sheet, row);
        rows.bytes.write(encoded.array(), 0, encoded.position());
        inMemory += encoded.position();
        if (inMemory > mostInMemory) {
            spill();
        }
    }

    /** In the order in which they first appear. */
    List<String> funds() {
        return List.copyOf(funds.sequencedKeySet());
    }

    int count(String fund) {
        Rows rows = funds.get(fund);
        return rows == null ? 0 : rows.count;
    }

    int total() {
        return total;
    }

    void forEach(String fund, RowAction action) throws IOException {
        Rows rows = funds.get(fund);
        if (rows == null) {
            return;
        }
        for (Piece piece : rows.pieces) {
            readAll(fund, piece(piece), action);
        }
        readAll(fund, rows.bytes.toByteArray(), action);
    }

    /** At its place in the file, which several threads may read. */
    private byte[] piece(Piece piece) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(piece.length);
        while (bytes.hasRemaining()) {
            if (spillFile().read(bytes, piece.offset + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    private void spill() throws IOException {
        FileChannel to = spillFile();
        long offset = to.size();
        to.position(offset);
        // A fund with a few rows is written together with others: one write, not one each.
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(to), 1 << 16);
        for (Rows rows : funds.values()) {
            if (rows.bytes.size() > 0) {
                rows.pieces.add(new Piece(offset, rows.bytes.size()));
                offset += rows.bytes.size();
                rows.bytes.writeTo(out);
                rows.bytes = new ByteArrayOutputStream();
            }
        }
        out.flush();
        inMemory = 0;
    }

    private FileChannel spillFile() throws IOException {
        if (file == null) {
            Path path = workspace.newFile();
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            spilled.add(file);
            // Its name is not needed any more, and without one nothing can be left behind.
            Files.delete(path);
        }
        return file;
    }

    /** All of a row but its fund and its sheet's name. */
    @SuppressWarnings("EnumOrdinal") // Read back by this very process.
    private void encode(int sheet, FileRow row) {
        encoded.clear();
        makeRoom(ROW_HEAD);
        encoded.putInt(row.index()).putShort((short) sheet).putInt(row.number()).put((byte) (row.hidden() ? 1 : 0));
        for (Map.Entry<Column, String> cell : row.cells().entrySet()) {
            if (cell.getKey() != Column.FUND) {
                put(cell.getKey().ordinal(), cell.getValue());
            }
        }
        for (Map.Entry<Column, CellRemark> cell : row.remarks().entrySet()) {
            CellRemark remark = cell.getValue();
            put(cell.getKey().ordinal() + REMARK, (char) remark.kind().ordinal() + remark.detail());
        }
        encoded.put(END);
    }

    private void put(int column, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(bytes.length + CELL_HEAD + 1);
        encoded.put((byte) column).putInt(bytes.length).put(bytes);
    }

    private void makeRoom(int bytes) {
        if (encoded.remaining() < bytes) {
            encoded = ByteBuffer.allocate(2 * (encoded.capacity() + bytes)).put(encoded.flip());
        }
    }

    private static void readAll(String fund, byte[] bytes, RowAction action) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            read(fund, in, action);
        }
    }

    private static void read(String fund, ByteBuffer in, RowAction action) {
        int index = in.getInt();
        int sheet = in.getShort();
        int number = in.getInt();
        boolean hidden = in.get() != 0;
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Map<Column, CellRemark> remarks = Map.of();
        if (!fund.isEmpty()) {
            cells.put(Column.FUND, fund);
        }
        for (byte column = in.get(); column != END; column = in.get()) {
            String text = text(in);
            if (column < REMARK) {
                cells.put(COLUMNS.get(column), text);
            } else {
                remarks = remarks.isEmpty() ? new EnumMap<>(Column.class) : remarks;
                remarks.put(COLUMNS.get(column - REMARK), new CellRemark(KINDS.get(text.charAt(0)), text.substring(1)));
            }
        }
        action.accept(sheet, new FileRow(index, "", number, hidden, false, cells, remarks));
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    @Override
    public void close() throws IOException {
        funds.clear();
        for (FileChannel open : spilled) {
            open.close();
        }
    }
}
