package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.ExcelWorkbook;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.query.Balances;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same movements in any form of file give the same books. */
class SameBooksTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/cooperative.csv");

    /**
     * The sample, everything in it invented, opened and saved by LibreOffice Calc 7.4:
     * {@code soffice --headless --infilter="CSV:44,34,76,1" --convert-to xlsx cooperative.csv}.
     */
    private static final Path LIBRE_OFFICE = Path.of("src/test/resources/importing/cooperative-libreoffice.xlsx");

    /** One for all, as its request is recorded with every event. */
    private static final Requester BY = new Requesters("test").next();

    @Test
    void utf8Gb18030ExcelAndLibreOfficeGiveTheSameBooks() throws Exception {
        String text = Files.readString(SAMPLE, StandardCharsets.UTF_8);

        Books books = books(text.getBytes(StandardCharsets.UTF_8));

        assertThat(books.payloads).hasSize(701);
        assertThat(books(text.getBytes(Charset.forName("GB18030")))).isEqualTo(books);
        assertThat(books(ExcelWorkbook.of(cells(text), false))).isEqualTo(books);
        assertThat(books(ExcelWorkbook.of(cells(text), true))).isEqualTo(books);
        assertThat(books(Files.readAllBytes(LIBRE_OFFICE))).isEqualTo(books);
    }

    private record Books(List<String> payloads, Balances balances) {}

    private static Books books(byte[] file) throws UnreadableFileException {
        try (LedgerNode node = TestNodes.open()) {
            ImportResult result = new Importer(node.ledger(), BY)
                    .run(List.of(MovementsFile.parse("流水", file)), ImportMode.ALL_OR_NONE);
            assertThat(result.refused()).isEmpty();
            List<String> payloads = node.history()
                    .storedAll(1, Long.MAX_VALUE)
                    .map(event -> event.type() + event.payload() + event.metadata())
                    .toList();
            return new Books(
                    payloads, node.readModels().balances("DEMO", null, null).orElseThrow());
        }
    }

    private static List<List<String>> cells(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }
}
