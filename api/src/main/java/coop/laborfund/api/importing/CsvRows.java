package coop.laborfund.api.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** The rows of a CSV file (RFC 4180; UTF-8 or GB 18030), read as a stream. */
final class CsvRows {

    private CsvRows() {}

    static void read(String name, Source source, ImportProgress progress, CellSink sink)
            throws UnreadableFileException, IOException {
        try (PairedQuotes text = new PairedQuotes(TextEncoding.open(name, source, progress));
                CsvReader<CsvRecord> csv = reader(text)) {
            int number = 0;
            for (CsvRecord csvRecord : csv) {
                number++;
                sink.row(number, csvRecord.getFields());
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

    /** Short and long rows are read as they are: which cells have no column, {@link Header} says better. */
    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
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
        private boolean open;
        private boolean atStart = true;
        private boolean closing;

        PairedQuotes(Reader in) {
            super(in);
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
            atStart = !open && !closing && (next == ',' || next == '\n' || next == '\r');
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
