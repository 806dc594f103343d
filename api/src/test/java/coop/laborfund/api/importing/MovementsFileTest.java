package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementsFileTest {

    @Test
    void columnsStandInAnyOrderUnderEitherName() throws Exception {
        MovementsFile file = parse("摘要,ref,业务日期,type\n利息,R1,2024-01-02,其他收入\n");

        assertThat(file.rows()).extracting(FileRow::number).containsExactly(2);
        assertThat(file.rows())
                .extracting(FileRow::cells)
                .containsExactly(
                        Map.of(Column.MEMO, "利息", Column.REF, "R1", Column.DATE, "2024-01-02", Column.TYPE, "其他收入"));
    }

    @Test
    void blankRowsAreSkippedAndKeepTheirNumbers() throws Exception {
        MovementsFile file = parse("ref,memo,type\nR1,,x\n\n ,  \nR2, 有空格 ,x\n");

        assertThat(file.rows()).extracting(FileRow::number).containsExactly(2, 5);
        assertThat(file.rows().getLast().cells()).containsEntry(Column.MEMO, "有空格");
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineBreaks() throws Exception {
        MovementsFile file = parse("ref,memo,type\nR1,\"他说\"\"好\"\",\n第二行\"\nR2,x\n");

        assertThat(file.rows().getFirst().cells()).containsEntry(Column.MEMO, "他说\"好\",\n第二行");
        assertThat(file.rows().getLast().number()).isEqualTo(3);
    }

    @Test
    void utf8WithAndWithoutMarkAndGb18030AreTheSameFile() throws Exception {
        String text = "凭证号,摘要,业务类型\nR1,劳务合作基金𠮷,入股\n";

        MovementsFile plain = parse(text);

        assertThat(parse("\uFEFF" + text).rows()).isEqualTo(plain.rows());
        for (String marked : List.of(text, "\uFEFF" + text)) {
            assertThat(MovementsFile.parse("流水.csv", marked.getBytes(Charset.forName("GB18030")))
                            .rows())
                    .isEqualTo(plain.rows());
        }
    }

    @Test
    void unknownAndRepeatedColumnsAreNamed() {
        assertThatThrownBy(() -> parse("ref,价格,凭证号,memo,type\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("价格")
                .hasMessageContaining("凭证号")
                .hasMessageContaining("unknown columns")
                .hasMessageContaining("repeated columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "，", "；"})
    void theHeaderSaysWhatSeparatesEvenBelowATitle(String separator) throws Exception {
        String csv = "示例村流水表,2024年;\t\n\n凭证号|摘要|金额（元）|业务\u00A0类型*|序号\nR1|a, b; c|5|入股|1\n";

        MovementsFile file = parse(csv.replace("a, b; c", "\"a, b; c，d；\"").replace("|", separator));

        assertThat(file.rows()).extracting(FileRow::number).containsExactly(4);
        assertThat(file.rows().getFirst().cells())
                .isEqualTo(Map.of(Column.REF, "R1", Column.MEMO, "a, b; c，d；", Column.AMOUNT, "5", Column.TYPE, "入股"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"金额（万元）", "金额(千元)", "年利率（‰）", "金额元", "ref2"})
    void aHeaderOfAnotherUnitIsNoneOfOurs(String name) {
        assertThatThrownBy(() -> parse("ref,type," + name + "\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("第 1 行")
                .hasMessageContaining(name);
    }

    @Test
    void aHeaderIsLookedForInTheFirstTenRows() throws Exception {
        assertThat(parse("标题\n".repeat(9) + "ref,type\nR1,x\n").rows()).hasSize(1);
        assertThatThrownBy(() -> parse("标题\n".repeat(10) + "ref,type\nR1,x\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("前 10 行里没有表头");
    }

    @Test
    void aBrokenByteIsNamedWithItsRowInEachEncoding() throws Exception {
        byte[] utf16 = "\uFEFFref,type\nR1,入股\nR2,\uD800".getBytes(StandardCharsets.UTF_16LE);
        utf16[utf16.length - 2] = 0;
        utf16[utf16.length - 1] = (byte) 0xD8;
        byte[] gb = "凭证号,业务类型\nR1,入股\nR2,\"两\n行\"\nR3,x".getBytes(Charset.forName("GB18030"));
        gb[gb.length - 1] = (byte) 0xFF;

        assertThatThrownBy(() -> MovementsFile.parse("a.csv", utf16)).hasMessageContaining("第 3 行有坏字节");
        assertThatThrownBy(() -> MovementsFile.parse("a.csv", gb)).hasMessageContaining("第 4 行有读不出的字节");
    }

    @Test
    void aRowLongerThanTheHeaderIsRead() throws Exception {
        MovementsFile file = parse("ref,memo,type\nR1,a\nR2,b,x,多余\nR3,c,x,\n\n,,,\n");

        assertThat(file.rows()).extracting(FileRow::number).containsExactly(2, 3, 4);
        assertThat(file.rows())
                .extracting(FileRow::remarks)
                .containsExactly(
                        Map.of(),
                        Map.of(Column.TYPE, new CellRemark(CellRemark.Kind.LONGER, "4 > 3")),
                        Map.of(Column.TYPE, new CellRemark(CellRemark.Kind.LONGER, "4 > 3")));
    }

    @Test
    void filesThatAreNoneAreRefusedWithASentence() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> parse("ref,memo,type\nR1,\"未关的引号\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("引号");
        assertThatThrownBy(() -> MovementsFile.parse("流水.csv", new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'}))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("GB 18030");
        assertThatThrownBy(() -> MovementsFile.read(Path.of("target", "没有这个文件.csv")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("没有这个文件.csv");
    }

    @Test
    void aFundMayHaveAsManyRowsAsTheLimitInAFileAndNoMore() throws Exception {
        MovementsFile.Limits three = new MovementsFile.Limits(1 << 20, 3);
        String atTheLimit = "ref,fund,type\n1,F1\n2,F2\n3,F2\n4,F1\n5,F2\n";

        assertThat(read(atTheLimit, three).rowCount("F2")).isEqualTo(3);
        assertThatThrownBy(() -> read(atTheLimit + "6,F2\n", three))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("流水.csv")
                .hasMessageContaining("基金 F2 有 4 行，一个文件里同一基金最多 3 行。请按日期分成几个文件")
                .hasMessageContaining("fund F2 has 4 rows; a file may hold 3 rows of one fund. Split it by date");
        assertThat(MovementsFile.Limits.USUAL.rowsOfAFund()).isEqualTo(200_000);
    }

    @Test
    void onlyAQuoteThatBeginsACellNeedsAnother() throws Exception {
        MovementsFile file = parse("ref,memo,type\nR1,5\"水管\nR2,\"他说\"\"好\"\"\"\n");

        assertThat(file.rows()).extracting(row -> row.cells().get(Column.MEMO)).containsExactly("5\"水管", "他说\"好\"");
        assertThatThrownBy(() -> parse("ref,memo,type\nR1,5\"水管\nR2,\"未关\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("第 3 行的引号");
    }

    @Test
    void aCellHoldsAsMuchAsASpreadsheetsAndNoMore() throws Exception {
        assertThat(parse("ref,memo,type\nR1," + "长".repeat(32_767)).rows()).hasSize(1);
        assertThatThrownBy(() -> parse("ref,memo,type\nR1,a\nR2," + "长".repeat(10_000_000)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("第 3 行的“摘要”有 10000000 个字")
                .hasMessageContaining("row 3: \"memo\" has 10000000 characters");
    }

    @Test
    void aFullDiskIsNoFaultOfTheFile() throws Exception {
        Path noFolder = Files.createTempFile("no-folder", "");
        Source rows = new Source.OfBytes("ref,memo,type\nR1,a\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> MovementsFile.read(
                        "流水.csv",
                        rows,
                        Workspace.under(noFolder),
                        ImportProgress.NONE,
                        new MovementsFile.Limits(1, 10)))
                .isInstanceOf(TemporaryFileException.class);
        Files.delete(noFolder);
    }

    private static MovementsFile read(String text, MovementsFile.Limits limits) throws UnreadableFileException {
        return MovementsFile.read(
                "流水.csv",
                new Source.OfBytes(text.getBytes(StandardCharsets.UTF_8)),
                Workspace.ofTheSystem(),
                ImportProgress.NONE,
                limits);
    }

    private static MovementsFile parse(String text) throws UnreadableFileException {
        return MovementsFile.parse("流水.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
