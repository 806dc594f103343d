package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.movement.ReadRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A movements file that has been read to its end: its rows as named cells, grouped by fund, in memory or, where there are many,
 * in a temporary file. Closing it lets go of that; a small file needs no closing.
 */
public final class MovementsFile implements AutoCloseable {

    /** Of one fund in one file: what can be decided as one whole, in memory. */
    public static final int MOST_ROWS_OF_A_FUND = 200_000;

    private final String name;
    private final FundRows rows;
    private final List<ReadSheet> sheets = new ArrayList<>();
    private SheetsNotRead sheetsNotRead = new SheetsNotRead();

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
     * Reads a CSV file (RFC 4180; UTF-8, UTF-16 or GB 18030) or the visible worksheets of an .xlsx workbook that have our header;
     * which it is, its content says.
     *
     * @throws UnreadableFileException where it is no such file (unreadable, undecodable, broken, encrypted, without header, with
     *     unknown columns) or has more rows of one fund than can be taken at once
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
            RowCollector collector = new RowCollector(name, rows);
            FileKind kind = FileKind.of(source);
            switch (kind) {
                case WORKBOOK -> file.sheetsNotRead = XlsxRows.read(name, source, workspace, progress, collector);
                case TEXT -> CsvRows.read(name, source, progress, collector);
                case OLD_OR_ENCRYPTED, WEB_PAGE, XML_WORKBOOK, PDF -> throw kind.unreadable(name);
            }
            file.sheets.addAll(collector.sheets());
            file.requireHeader(kind);
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

    private void requireHeader(FileKind kind) throws UnreadableFileException {
        if (!sheets.isEmpty()) {
            return;
        }
        if (kind == FileKind.TEXT) {
            throw new UnreadableFileException(
                    name,
                    "前 10 行里没有表头。表头这一行要有“凭证号”和“业务类型”。",
                    "none of the first 10 rows is a header. The header names at least ref and type.");
        }
        throw new UnreadableFileException(
                name,
                "没有一张工作表的前 10 行里有表头(要有“凭证号”和“业务类型”)。看过的工作表:" + sheetsNotRead.chinese() + "。请补上表头,或取消隐藏。",
                "no sheet has a header (with ref and type at least) in its first 10 rows. Looked at: "
                        + sheetsNotRead.english() + ". Add a header, or unhide the sheet.");
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

    /** The worksheets whose rows are read, in the order of their tabs; none for a CSV file. */
    public List<String> sheetsRead() {
        return sheets.stream()
                .map(ReadSheet::name)
                .filter(sheet -> !sheet.isEmpty())
                .toList();
    }

    /** The sheets that are left alone, likewise. */
    public List<String> sheetsNotRead() {
        return sheetsNotRead.names();
    }

    /** Each of those that are left alone with the reason. */
    public String sheetsNotReadChinese() {
        return sheetsNotRead.chinese();
    }

    public String sheetsNotReadEnglish() {
        return sheetsNotRead.english();
    }

    /** In the order in which they first appear; as written, be it a fund's id or not. */
    List<String> funds() {
        return rows.funds();
    }

    int rowCount(String fund) {
        return rows.count(fund);
    }

    /** Each row of a fund in the order of the file. */
    void forEach(String fund, Consumer<FileRow> action) {
        try {
            rows.forEach(fund, (sheet, row) -> action.accept(sheets.get(sheet).seen(row)));
        } catch (IOException failed) {
            throw new TemporaryFileException(name, failed);
        }
    }

    /**
     * What the rows say, in the order of the file; for files that are known to be small and right.
     *
     * @throws IllegalStateException where a row is not well-formed
     */
    public List<Movement> movements() {
        return rows().stream()
                .map(row -> switch (row.read()) {
                    case ReadRow.WellFormed read -> read.movement();
                    case ReadRow.Malformed malformed ->
                        throw new IllegalStateException(name + ", row " + row.index() + ": " + malformed.rejection());
                })
                .toList();
    }

    /** All rows in the order of the file; for files that are known to be small. */
    List<FileRow> rows() {
        List<FileRow> all = new ArrayList<>();
        funds().forEach(fund -> forEach(fund, all::add));
        all.sort(Comparator.comparingInt(FileRow::index));
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
}
