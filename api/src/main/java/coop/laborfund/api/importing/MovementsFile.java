package coop.laborfund.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movements file that has been read to its end: its rows as named cells, grouped by fund, in memory or, where there are many,
 * in a temporary file. Closing it lets go of that; a small file needs no closing.
 */
public final class MovementsFile implements AutoCloseable {

    /** Of one fund in one file: what can be decided as one whole, in memory. */
    public static final int MOST_ROWS_OF_A_FUND = 200_000;

    private final String name;
    private final FundRows rows;

    private MovementsFile(String name, FundRows rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * How much is taken.
     *
     * @param bytesInMemory of rows; beyond them they go to a temporary file
     * @param rowsOfAFund in one file; beyond them it is refused
     */
    record Limits(int bytesInMemory, int rowsOfAFund) {
        static final Limits USUAL = new Limits(16 << 20, MOST_ROWS_OF_A_FUND);
    }

    /**
     * Reads a CSV file (RFC 4180; UTF-8 or GB 18030) or the first sheet of an .xlsx workbook; which it is, its content says.
     *
     * @throws UnreadableFileException where it is no such file (unreadable, undecodable, broken, encrypted, unknown columns) or
     *     has more rows of one fund than can be taken at once
     */
    public static MovementsFile read(Path path) throws UnreadableFileException {
        return read(path, Workspace.ofTheSystem(), ImportProgress.NONE);
    }

    /**
     * Likewise.
     *
     * @param workspace where rows go that are too many for memory
     */
    public static MovementsFile read(Path path, Workspace workspace, ImportProgress progress)
            throws UnreadableFileException {
        return read(String.valueOf(path.getFileName()), path, workspace, progress);
    }

    /** Likewise, under another name than the path's. */
    public static MovementsFile read(String name, Path path, Workspace workspace, ImportProgress progress)
            throws UnreadableFileException {
        return read(name, new Source.OfPath(path), workspace, progress, Limits.USUAL);
    }

    /** Likewise from bytes. */
    public static MovementsFile parse(String name, byte[] bytes) throws UnreadableFileException {
        try (Workspace workspace = Workspace.ofTheSystem()) {
            // A workbook may unpack to many times its bytes, so these rows too may go to a file; it outlives its name.
            return read(name, new Source.OfBytes(bytes), workspace, ImportProgress.NONE, Limits.USUAL);
        }
    }

    static MovementsFile read(String name, Source source, Workspace workspace, ImportProgress progress, Limits limits)
            throws UnreadableFileException {
        FundRows rows = new FundRows(workspace, limits.bytesInMemory(), limits.rowsOfAFund());
        MovementsFile file = new MovementsFile(name, rows);
        try {
            Collector collector = new Collector(name, rows);
            switch (kind(source)) {
                case WORKBOOK -> XlsxRows.read(name, source, workspace, progress, collector);
                case OLD_OR_ENCRYPTED -> throw oldOrEncrypted(name);
                case TEXT -> CsvRows.read(name, source, progress, collector);
            }
            collector.requireHeader();
            file.requireFundsOfBearableSize(limits.rowsOfAFund());
            return file;
        } catch (IOException unreadable) {
            file.close();
            throw new UnreadableFileException(
                    name,
                    "文件不存在或无法读取。请检查路径和权限。",
                    "does not exist or cannot be read. Check its path and permissions.",
                    unreadable);
        } catch (UnreadableFileException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private enum Kind {
        TEXT,
        WORKBOOK,
        OLD_OR_ENCRYPTED
    }

    /** By its first bytes: a zip archive, or the container of .xls and of encrypted .xlsx. */
    private static Kind kind(Source source) throws IOException {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(4);
        }
        if (start.length < 4) {
            return Kind.TEXT;
        }
        int first = (start[0] & 0xFF) << 24 | (start[1] & 0xFF) << 16 | (start[2] & 0xFF) << 8 | (start[3] & 0xFF);
        return switch (first) {
            case 0x504B0304, 0x504B0506 -> Kind.WORKBOOK;
            case 0xD0CF11E0 -> Kind.OLD_OR_ENCRYPTED;
            default -> Kind.TEXT;
        };
    }

    private static UnreadableFileException oldOrEncrypted(String name) {
        return new UnreadableFileException(
                name,
                "是旧的 .xls 格式，或者加了密码。请去掉密码，另存为 .xlsx 或 CSV 后再试。",
                "an old .xls, or protected by a password. Remove the password, save it as .xlsx or CSV and try again.");
    }

    private void requireFundsOfBearableSize(int most) throws UnreadableFileException {
        for (String fund : rows.funds()) {
            int count = rows.count(fund);
            if (count > most) {
                throw new UnreadableFileException(
                        name,
                        "基金 " + fund + " 有 " + count + " 行，一个文件里同一基金最多 " + most + " 行。请按日期分成几个文件，从最早的开始依次导入。",
                        "fund " + fund + " has " + count + " rows; a file may hold " + most
                                + " rows of one fund. Split it by date into several files and import them in that order.");
            }
        }
    }

    /** What the treasurer calls it. */
    public String name() {
        return name;
    }

    /** Rows that are not blank. */
    public int rowCount() {
        return rows.total();
    }

    /** In the order in which they first appear; as written, be it a fund's id or not. */
    List<String> funds() {
        return rows.funds();
    }

    int rowCount(String fund) {
        return rows.count(fund);
    }

    /** Each row of a fund in the order of the file. */
    void forEach(String fund, FundRows.RowAction action) {
        try {
            rows.forEach(fund, action);
        } catch (IOException failed) {
            throw new TemporaryFileException(name, failed);
        }
    }

    /** All rows in the order of the file; for files that are known to be small. */
    List<FileRow> rows() {
        List<FileRow> all = new ArrayList<>();
        funds().forEach(fund -> forEach(fund, all::add));
        all.sort(Comparator.comparingInt(FileRow::number));
        return all;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException failed) {
            throw new TemporaryFileException(name, failed);
        }
    }

    /** Makes named rows of cells: the first row is the header. */
    private static final class Collector implements CellSink {
        private final String name;
        private final FundRows rows;
        private @Nullable Header header;

        Collector(String name, FundRows rows) {
            this.name = name;
            this.rows = rows;
        }

        @Override
        public void row(int number, List<String> cells) throws UnreadableFileException {
            if (header == null) {
                header = Header.of(name, number == 1 ? cells : List.of());
                return;
            }
            FileRow row = header.row(number, cells);
            if (!row.cells().isEmpty()) {
                keep(row);
            }
        }

        /** A full disk is no fault of the file. */
        private void keep(FileRow row) {
            try {
                rows.add(row);
            } catch (IOException failed) {
                throw new TemporaryFileException(name, failed);
            }
        }

        @Override
        public boolean isMonth(int column) {
            return header != null && header.isMonth(column);
        }

        void requireHeader() throws UnreadableFileException {
            if (header == null) {
                throw new UnreadableFileException(
                        name, "文件是空的。第一行应是列名。", "empty. The first row should name the columns.");
            }
        }
    }
}
