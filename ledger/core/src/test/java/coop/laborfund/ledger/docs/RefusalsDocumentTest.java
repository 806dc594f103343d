package coop.laborfund.ledger.docs;

import coop.laborfund.ledger.movement.RefusalExample;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.RefusalCode.Group;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.ledger.testing.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code REFUSALS.md}: every refusal in its order, with a row that provokes it and what is then said, by doing it. */
class RefusalsDocumentTest {

    private static final GeneratedFile FILE = new GeneratedFile(Path.of("../REFUSALS.md"), RefusalsDocumentTest.class);

    @Test
    void saysWhatTheProgramSays() throws IOException {
        FILE.holds(document());
    }

    private static String document() {
        return """
                # 拒绝 · Refusals

                %s
                一行有几处不对时，报告这里排在最前的一个。被拒的行什么也不改变。例子里的基金 2020-01-01 设立，有户 H1（股金 30000 元）、
                H2（20000 元）、H3（10000 元），公司 C1、C2，H1 的劳动力 W1 和 H2 的 W2，钱都在银行；今天是 2025-12-31。全是虚构。
                `!MERGED:G11:G12` 这样的一格是文件里不可信的一格，冒号后是它的情形。
                Of the reasons that apply to a row, the first in this order is reported; a refused row changes nothing. The fund
                of the examples was opened on 2020-01-01, with households H1 (30,000 yuan of shares), H2 (20,000) and H3 (10,000),
                companies C1 and C2, and workers W1 of H1 and W2 of H2; all the money is in the bank; today is 2025-12-31.
                Everything is invented. A cell such as `!MERGED:G11:G12` is one of a file that cannot be trusted, and why.

                %s""".formatted(
                FILE.notice(),
                Arrays.stream(Group.values()).map(RefusalsDocumentTest::group).collect(Collectors.joining("\n")));
    }

    private static String group(Group group) {
        return "## " + title(group) + "\n\n"
                + Arrays.stream(RefusalCode.values())
                        .filter(code -> code.group() == group)
                        .map(RefusalsDocumentTest::code)
                        .collect(Collectors.joining("\n"));
    }

    private static String title(Group group) {
        return switch (group) {
            case FORM -> "1. 形式 · Form";
            case REPEAT -> "2. 重复 · Repeats";
            case FUND -> "3. 基金 · Fund";
            case DATE -> "4. 日期 · Dates";
            case PARTY -> "5. 相关各方 · Parties";
            case RULE -> "6. 规则 · Rules";
        };
    }

    private static String code(RefusalCode code) {
        return "### `%s`\n\n".formatted(code)
                + firstExamples(code).stream()
                        .map(RefusalsDocumentTest::example)
                        .collect(Collectors.joining("\n"));
    }

    /** One for each sentence that the code may be explained with. */
    private static List<RefusalExample> firstExamples(RefusalCode code) {
        Map<String, RefusalExample> bySentence = new LinkedHashMap<>();
        RefusalExample.all().stream()
                .filter(example -> example.code() == code)
                .forEach(example ->
                        bySentence.putIfAbsent(example.provoke().details().getOrDefault("reason", ""), example));
        return List.copyOf(bySentence.values());
    }

    private static String example(RefusalExample example) {
        Rejection rejection = example.provoke();
        String value = example.refused().cell(rejection.column());
        List<String> rows = new ArrayList<>();
        example.given().forEach(row -> rows.add("✓ " + shown(row)));
        rows.add("✗ " + shown(example.refused()));
        return "```text\n%s\n```\n\n`%s`：%s<br>%s\n"
                .formatted(
                        String.join("\n", rows),
                        rejection.column().key(),
                        RefusalMessages.chinese(rejection, value),
                        RefusalMessages.english(rejection, value));
    }

    /** A row may hold what no document should. */
    private static String shown(Row row) {
        return row.toString().replaceAll("\\p{Cntrl}", "␀");
    }
}
