package coop.laborfund.api.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A movements file as rows of named cells.
 *
 * @param name what the treasurer calls it
 */
public record MovementsFile(String name, List<FileRow> rows) {

    /**
     * Reads a CSV file (RFC 4180; UTF-8 or GB 18030).
     *
     * @throws UnreadableFileException where it is no such file: unreadable, undecodable, broken quotes, unknown columns
     */
    public static MovementsFile read(Path path) throws UnreadableFileException {
        String name = String.valueOf(path.getFileName());
        try {
            return parse(name, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UnreadableFileException(
                    name,
                    "文件不存在或无法读取。请检查路径和权限。",
                    "does not exist or cannot be read. Check its path and permissions.",
                    unreadable);
        }
    }

    /** Likewise from bytes. */
    public static MovementsFile parse(String name, byte[] bytes) throws UnreadableFileException {
        String text = TextEncoding.decode(name, bytes);
        try (CsvReader<CsvRecord> csv = reader(text)) {
            MovementsFile file = new MovementsFile(name, rows(name, csv));
            requirePairedQuotes(name, text, file.rows);
            return file;
        } catch (CsvParseException broken) {
            throw new UnreadableFileException(
                    name,
                    "CSV 格式有误(" + broken.getMessage() + ")。请用表格软件重新另存为 CSV。",
                    "broken CSV (" + broken.getMessage() + "). Save it as CSV again.",
                    broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Short and long rows are read as they are: which cells have no column, {@link Header} says better. */
    private static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** A quote that is never closed swallows all rows after it into one cell, which is the last. */
    private static void requirePairedQuotes(String name, String text, List<FileRow> rows)
            throws UnreadableFileException {
        if (text.chars().filter(character -> character == '"').count() % 2 == 1) {
            int row = rows.isEmpty() ? 1 : rows.getLast().number();
            throw new UnreadableFileException(
                    name,
                    "第 " + row + " 行的引号没有成对。请补上或删去引号。",
                    "row " + row + ": a quote is not paired. Close or delete it.");
        }
    }

    private static List<FileRow> rows(String name, CsvReader<CsvRecord> csv) throws UnreadableFileException {
        List<FileRow> rows = new ArrayList<>();
        Header header = null;
        int number = 0;
        for (CsvRecord csvRecord : csv) {
            number++;
            if (header == null) {
                header = Header.of(name, csvRecord.getFields());
                continue;
            }
            FileRow row = header.row(number, csvRecord.getFields());
            if (!row.cells().isEmpty()) {
                rows.add(row);
            }
        }
        if (header == null) {
            throw new UnreadableFileException(name, "文件是空的。第一行应是列名。", "empty. The first row should name the columns.");
        }
        return List.copyOf(rows);
    }
}
