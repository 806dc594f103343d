package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.MovementType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class TemplateWorkbookTest {

    @Test
    void itsExamplesOfEveryTypeAreOneHistoryThatIsRecordedWhole() throws Exception {
        MovementsFile file = MovementsFile.parse("examples.csv", examples());

        assertThat(file.rows().stream().map(row -> row.cell(Column.TYPE)))
                .as("types in src/main/resources/template/examples.csv")
                .containsAll(List.of(MovementType.values()).stream()
                        .map(MovementType::chinese)
                        .toList());
        try (LedgerNode node = TestNodes.open()) {
            ImportResult result = new Importer(node.ledger(), new Requesters("test").next())
                    .run(List.of(file), ImportMode.ALL_OR_NONE);

            assertThat(result.refused()).isEmpty();
            assertThat(result.recorded()).isEqualTo(file.rowCount());
        }
    }

    @Test
    void handedInAsItIsItRecordsNothing() throws Exception {
        MovementsFile file = MovementsFile.parse("模板.xlsx", template());

        assertThat(file.sheetsRead()).containsExactly("流水表");
        assertThat(file.sheetsNotRead()).containsExactly("说明和示例", "词汇");
        assertThat(file.rowCount()).isZero();
        try (LedgerNode node = TestNodes.open()) {
            ImportResult result = new Importer(node.ledger(), new Requesters("test").next())
                    .run(List.of(file), ImportMode.ALL_OR_NONE);

            assertThat(result.isComplete()).isTrue();
            assertThat(result.warnings()).isEmpty();
            assertThat(node.history().lastPosition()).isZero();
        }
    }

    @Test
    void wordsAreOfferedForTypeSourceGuaranteeAndPayer() throws Exception {
        Path file = Files.createTempFile("template", ".xlsx");
        Files.write(file, template());
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream part = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            String sheet = new String(part.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet.split("<dataValidation ", -1)).hasSize(5);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] examples() throws IOException {
        return Files.readAllBytes(Path.of("src/main/resources/template/examples.csv"));
    }

    private static byte[] template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWorkbook.write(out);
        return out.toByteArray();
    }
}
