package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How long a command on another fund takes while a large file is imported, beside how long it takes when all is quiet. */
class ImportBesideBench {

    private static final int ROWS = Integer.getInteger("laborfund.bench.rows", 1_000_000);
    private static final int FUNDS = Integer.getInteger("laborfund.bench.funds", 1_500);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final int QUIET_COMMANDS = 2_000;
    private static final int MOST_TIMES = 10;
    private static final String OTHER = "OTHER-FUND";

    private int number;

    @Test
    void commandsBesideAnImportTakeAtMostTenTimesAsLong() throws Exception {
        Path file = Path.of("target", "bench-beside.csv");
        LargeFile.write(file, FUNDS, ROWS);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(round(file));
        }
        BenchReport report = new BenchReport("import-beside");
        report.ratioAtMost(
                "导入 %,d 行、%,d 个基金时别的基金记一笔的第 99 百分位 · 99th percentile of a command beside an import"
                        .formatted(ROWS, FUNDS),
                "when all is quiet",
                Figures.median(ratios),
                MOST_TIMES);
        report.close();
    }

    private double round(Path path) throws Exception {
        number = 0;
        try (LedgerNode node = TestNodes.open();
                MovementsFile file = MovementsFile.read(path)) {
            record(node, Map.of(Column.TYPE, "OPEN_FUND", Column.PARTY, "532599100200", Column.NAME, "示例基金"));
            commands(node, () -> number < QUIET_COMMANDS);
            List<Long> quiet = commands(node, () -> number < 2 * QUIET_COMMANDS);
            CompletableFuture<Void> done =
                    CompletableFuture.runAsync(() -> new Importer(node.ledger(), new Requesters("test").next())
                            .run(List.of(file), ImportMode.ALL_OR_NONE));
            List<Long> beside = commands(node, () -> !done.isDone());
            done.join();
            double quietMillis = Figures.millis(Figures.percentile99(quiet));
            double besideMillis = Figures.millis(Figures.percentile99(beside));
            System.out.printf(
                    "99th percentile: quiet %.1f ms, beside an import %.1f ms of %d commands%n",
                    quietMillis, besideMillis, beside.size());
            return besideMillis / quietMillis;
        }
    }

    private List<Long> commands(LedgerNode node, BooleanSupplier goesOn) throws Exception {
        List<Long> took = new ArrayList<>();
        while (goesOn.getAsBoolean()) {
            took.add(Figures.timed(() -> {
                record(node, Map.of(Column.TYPE, "OTHER_INCOME", Column.AMOUNT, "1.00"));
                return null;
            }));
        }
        return took;
    }

    private void record(LedgerNode node, Map<Column, String> what) {
        Map<Column, String> cells = new EnumMap<>(what);
        cells.put(Column.REF, "R" + number++);
        cells.put(Column.DATE, "2024-01-02");
        cells.put(Column.FUND, OTHER);
        ReadRow.WellFormed row = (ReadRow.WellFormed) MovementForm.read(cells);
        assertThat(node.ledger()
                        .record(OTHER, List.of(row.movement()), new Requesters("test").next())
                        .recorded())
                .isTrue();
    }
}
