package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.ExcelWorkbook;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Damaged files: whatever was done to them, they are refused or recorded, soon, and a refused one leaves nothing behind. */
class MutatedFilesTest {

    private static final int FILES = Integer.getInteger("laborfund.fuzz.files", 300);
    private static final long SEED = Long.getLong("laborfund.seed", 20_261_123L);
    private static final Path CASES = Path.of("src/test/resources/importing/cases");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SAMPLE_ROWS = 60;
    private static final byte[] TELLING = "\"',;\n\r<>&/=0123456789-.E\u0000_x".getBytes(StandardCharsets.ISO_8859_1);

    private final Random random = new Random(SEED);
    private int unreadable;
    private int refused;
    private int recorded;

    @Test
    void damagedFilesAreRefusedWholeOrRecordedWhole() throws Exception {
        System.out.println("seed " + SEED);
        List<byte[]> originals = originals();
        try (LedgerNode node = TestNodes.open()) {
            for (int i = 0; i < FILES; i++) {
                byte[] original = originals.get(i % originals.size());
                boolean inside = original[0] == 'P' && random.nextInt(4) > 0;
                tryOut(node, inside ? damagedInside(original) : damaged(original), i);
            }
        }
        System.out.printf("%d unreadable, %d refused, %d recorded%n", unreadable, refused, recorded);
        assertThat(unreadable).isPositive();
        assertThat(refused).isPositive();
    }

    private void tryOut(LedgerNode node, byte[] bytes, int number) {
        long before = node.history().lastPosition();
        long start = System.nanoTime();
        boolean complete = false;
        try {
            ImportResult result = new Importer(node.ledger(), new Requesters("test").next())
                    .run(List.of(MovementsFile.parse("坏.xlsx", bytes)), ImportMode.ALL_OR_NONE);
            complete = result.isComplete();
            refused += complete ? 0 : 1;
            recorded += complete ? 1 : 0;
        } catch (UnreadableFileException said) {
            assertThat(said.getMessage()).contains("\n");
            unreadable++;
        } catch (RuntimeException crash) {
            throw new AssertionError("file " + number + " of seed " + SEED, crash);
        }
        if (!complete) {
            assertThat(node.history().lastPosition()).isEqualTo(before);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    private static List<byte[]> originals() throws IOException {
        String sample = Files.readString(Path.of("src/main/resources/sample/cooperative.csv"), StandardCharsets.UTF_8)
                .lines()
                .limit(SAMPLE_ROWS)
                .reduce("", (text, line) -> text + line + "\n");
        List<List<String>> rows =
                sample.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
        List<List<String>> titled = new ArrayList<>(List.of(List.of("示例村流水表（虚构）"), List.of()));
        titled.addAll(rows);
        titled.add(List.of("", "", "", "", "", "", "合计"));
        return List.of(
                sample.getBytes(StandardCharsets.UTF_8),
                ExcelWorkbook.of(rows, false),
                sample.getBytes(Charset.forName("GB18030")),
                Files.readAllBytes(Path.of("src/test/resources/importing/cooperative-libreoffice.xlsx")),
                sample.replace(',', '\t').getBytes(StandardCharsets.UTF_16),
                ExcelWorkbook.of(titled, true),
                ExcelWorkbook.ofSheets(Map.of("1月", rows.subList(0, 30), "2月", titled), "<mergeCell ref=\"G3:G5\"/>"),
                Files.readAllBytes(CASES.resolve("x16_monthly_tabs.xlsx")),
                Files.readAllBytes(CASES.resolve("mg2_merged_dividend_amount.xlsx")),
                Files.readAllBytes(CASES.resolve("x01_zero_padded_ref.xlsx")),
                Files.readAllBytes(CASES.resolve("x17_title_row.xlsx")));
    }

    /** One to eight changes of a few bytes each, or a file cut off. */
    private byte[] damaged(byte[] original) {
        List<Byte> bytes = new ArrayList<>(original.length);
        for (byte each : original) {
            bytes.add(each);
        }
        for (int left = 1 + random.nextInt(8); left > 0 && !bytes.isEmpty(); left--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.set(at, TELLING[random.nextInt(TELLING.length)]);
                case 2 -> bytes.add(at, TELLING[random.nextInt(TELLING.length)]);
                case 3 ->
                    bytes.subList(at, Math.min(bytes.size(), at + 1 + random.nextInt(40)))
                            .clear();
                default -> bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(bytes.size(), at + 60))));
            }
        }
        byte[] damaged = new byte[bytes.size()];
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = bytes.get(i);
        }
        return random.nextInt(12) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)) : damaged;
    }

    /** A sound archive of which one part is damaged or left out. */
    private byte[] damagedInside(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), part.readAllBytes());
                }
            }
        } finally {
            Files.delete(file);
        }
        String victim = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
        if (random.nextInt(20) == 0) {
            parts.remove(victim);
        } else {
            parts.computeIfPresent(victim, (name, bytes) -> damaged(bytes));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
