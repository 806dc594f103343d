package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.TestFiles;
import coop.laborfund.ledger.testing.TestLedger;
import java.util.ArrayList;
import java.util.List;

/**
 * One example of {@code refusals.txt}.
 *
 * @param line where it begins in the file
 * @param given rows that are recorded first
 * @param refused the row that is then refused
 */
public record RefusalExample(int line, RefusalCode code, String column, List<Row> given, Row refused) {

    /** All examples, in the file's order. */
    public static List<RefusalExample> all() {
        List<RefusalExample> examples = new ArrayList<>();
        String heading = "";
        int headingLine = 0;
        List<Row> given = new ArrayList<>();
        for (TestFiles.Line line : TestFiles.lines(RefusalExample.class, "refusals.txt")) {
            if (!line.isIndented()) {
                heading = line.text();
                headingLine = line.number();
                given = new ArrayList<>();
            } else if (line.text().startsWith(">")) {
                String[] codeAndColumn = heading.split(" ", 2);
                examples.add(new RefusalExample(
                        headingLine,
                        RefusalCode.valueOf(codeAndColumn[0]),
                        codeAndColumn[1],
                        List.copyOf(given),
                        Row.of(line.text().substring(1))));
            } else {
                given.add(Row.of(line.text()));
            }
        }
        return examples;
    }

    /** Records what is given, and asserts that the row is refused as the example says. */
    public Rejection provoke() {
        TestLedger ledger = TestLedger.funded();
        given.forEach(ledger::accepts);
        return ledger.refuses(refused, code, column);
    }

    @Override
    public String toString() {
        return "%s, line %d: %s".formatted(code, line, refused);
    }
}
