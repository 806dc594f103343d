package coop.laborfund.api.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/**
 * The rows of a CSV file (RFC 4180, in one of the encodings of {@link TextEncoding}), read as a stream. What separates its cells
 * its header says.
 */
final class CsvRows {

    private CsvRows() {}

    /** Half a file's worth of commas is no reason to try others than those that spreadsheets and people write. */
    private static final char[] SEPARATORS = {',', '\t', ';', '，', '；'};

    /** In characters, for the first rows. */
    private static final int BEGINNING = 1 << 16;

    static void read(String name, Source source, ImportProgress progress, RowCollector rows)
            throws UnreadableFileException, IOException {
        try (BufferedReader decoded = TextEncoding.open(name, source, progress)) {
            char separator = separator(decoded);
            PairedQuotes text = new PairedQuotes(decoded, separator);
            CsvReader<CsvRecord> csv = reader(text, separator);
            int number = 0;
            for (CsvRecord csvRecord : csv) {
                number++;
                rows.row(number, csvRecord.getFields());
            }
            if (text.isOpen()) {
                throw unpaired(name, number);
            }
        } catch (CsvParseException broken) {
            throw new UnreadableFileException(
                    name,
                    "CSV 格式有误(" + broken.getMessage() + ")。请用表格软件重新另存为 CSV。",
                    "broken CSV (" + broken.getMessage() + "). Save it as CSV again.",
                    broken);
        } catch (TemporaryFileException failed) {
            throw failed;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** The first that makes a header of one of the first rows; a comma where none does. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(BEGINNING);
        char[] beginning = new char[BEGINNING];
        int length = 0;
        for (int got = 0; got >= 0 && length < BEGINNING; length += Math.max(got, 0)) {
            got = text.read(beginning, length, BEGINNING - length);
        }
        text.reset();
        String rows = new String(beginning, 0, length);
        for (char separator : SEPARATORS) {
            if (makesAHeader(rows, separator)) {
                return separator;
            }
        }
        return SEPARATORS[0];
    }

    private static boolean makesAHeader(String beginning, char separator) {
        try {
            return reader(new StringReader(beginning), separator).stream()
                    .limit(Header.MOST_ROWS_ABOVE)
                    .anyMatch(row -> Header.isOne(row.getFields()));
        } catch (CsvParseException broken) {
            return false;
        }
    }

    /** Short and long rows are read as they are: which cells have no column, {@link RowCollector} says better. */
    private static CsvReader<CsvRecord> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** A quote that is never closed swallows all rows after it into one cell, which is the last. */
    private static UnreadableFileException unpaired(String name, int row) {
        return new UnreadableFileException(
                name,
                "第 " + row + " 行的引号没有成对。请补上或删去引号。",
                "row " + row + ": a quote is not paired. Close or delete it.");
    }

    /** Follows the quotes that go by. One within a cell that did not begin with one is a character like any other. */
    private static final class PairedQuotes extends FilterReader {
        private final char separator;
        private boolean open;
        private boolean atStart = true;
        private boolean closing;

        PairedQuotes(Reader in, char separator) {
            super(in);
            this.separator = separator;
        }

        boolean isOpen() {
            return open;
        }

        private void pass(int next) {
            boolean quote = next == '"';
            if (open) {
                open = !quote;
                closing = quote;
            } else {
                // A quote right after one that seemed to close the cell is a doubled one.
                open = quote && (atStart || closing);
                closing = false;
            }
            atStart = !open && !closing && (next == separator || next == '\n' || next == '\r');
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                pass(next);
            }
            return next;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            for (int i = from; i < from + got; i++) {
                pass(buffer[i]);
            }
            return got;
        }
    }
}
