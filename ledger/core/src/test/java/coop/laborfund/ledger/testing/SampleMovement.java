package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.MovementType.Kind;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A row of {@code movements.txt} that is accepted as it stands, and what can be wrong with it.
 *
 * @param row with every cell that a row needs
 */
public record SampleMovement(Row row, List<Fault> faults) {

    /**
     * Something wrong with a row.
     *
     * @param codes all that apply, to the row with these cells in the place of its own
     */
    public record Fault(Set<RefusalCode> codes, Row cells) {

        /** Whether both can be put into one row: neither overwrites what the other needs. */
        public boolean goesWith(Fault other) {
            return cells.cells().entrySet().stream()
                    .allMatch(cell -> other.cells
                            .cells()
                            .getOrDefault(cell.getKey(), cell.getValue())
                            .equals(cell.getValue()));
        }

        public Fault and(Fault other) {
            Set<RefusalCode> both = EnumSet.noneOf(RefusalCode.class);
            both.addAll(codes);
            both.addAll(other.codes);
            Map<Column, String> cellsOfBoth = new LinkedHashMap<>(cells.cells());
            cellsOfBoth.putAll(other.cells.cells());
            return new Fault(both, new Row(cellsOfBoth));
        }
    }

    private static final Map<String, List<TestFiles.Line>> SECTIONS = sections();

    private static Map<String, List<TestFiles.Line>> sections() {
        Map<String, List<TestFiles.Line>> sections = new LinkedHashMap<>();
        List<TestFiles.Line> current = new ArrayList<>();
        for (TestFiles.Line line : TestFiles.lines(SampleMovement.class, "movements.txt")) {
            if (line.isIndented()) {
                current.add(line);
            } else {
                current = new ArrayList<>();
                sections.put(line.text(), current);
            }
        }
        return sections;
    }

    private static List<TestFiles.Line> section(String heading) {
        return Objects.requireNonNull(SECTIONS.get(heading), heading);
    }

    /** A ledger with the rows recorded that all samples rest on. */
    public static TestLedger ledger() {
        TestLedger ledger = TestLedger.funded();
        section("before").forEach(line -> ledger.accepts(line.text()));
        return ledger;
    }

    public static List<SampleMovement> all() {
        return SECTIONS.entrySet().stream()
                .filter(section -> section.getKey().startsWith("2"))
                .map(section -> of(section.getKey(), section.getValue()))
                .toList();
    }

    private static SampleMovement of(String heading, List<TestFiles.Line> lines) {
        Row row = Row.of("fund=F1 ref=sample").with(heading);
        List<TestFiles.Line> all = new ArrayList<>(lines);
        MovementType type = MovementType.of(row.movement().command());
        if (type != MovementType.OPEN_FUND) {
            all.addAll(section("any"));
        }
        if (type.kind() == Kind.MONEY || (type.kind() == Kind.SETUP && type != MovementType.OPEN_FUND)) {
            all.addAll(section(row.cells().containsKey(Column.YEAR) ? "bound, with a year" : "bound"));
        }
        String year = row.cells().getOrDefault(Column.YEAR, "");
        return new SampleMovement(
                row,
                all.stream()
                        .map(line -> fault(line.text().replace("{year}", year)))
                        .toList());
    }

    private static Fault fault(String text) {
        Set<RefusalCode> codes = EnumSet.noneOf(RefusalCode.class);
        List<String> cells = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (word.contains("=")) {
                cells.add(word);
            } else {
                codes.add(RefusalCode.valueOf(word));
            }
        }
        return new Fault(codes, Row.of(String.join(" ", cells)));
    }

    public MovementType type() {
        return MovementType.of(row.movement().command());
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
