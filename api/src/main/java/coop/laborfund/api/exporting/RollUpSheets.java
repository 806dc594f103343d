package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.answer.RollUpAnswer.PlaceSummary;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.projections.guarantee.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Funds added up, as tables to export. */
final class RollUpSheets {

    private RollUpSheets() {}

    /** A row a place. */
    static Sheet places(RollUpAnswer answer) {
        return new Sheet(
                "汇总", columns(), answer.rows().stream().map(RollUpSheets::cells).toList());
    }

    /** The same with the total below, for people. */
    static Sheet placesWithTotal(RollUpAnswer answer) {
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        answer.rows().forEach(row -> rows.add(cells(row)));
        rows.add(Stream.concat(
                        Stream.of(Sheet.words("合计")),
                        cells(answer.total()).stream().skip(1))
                .toList());
        return new Sheet("汇总", columns(), rows);
    }

    private static List<Sheet.Column> columns() {
        List<Sheet.Column> columns = new ArrayList<>(List.of(
                new Sheet.Column("place", "区划或基金", 16),
                new Sheet.Column("funds", "基金数", 8),
                new Sheet.Column("shares", "股金", 18),
                new Sheet.Column("out", "投放在外", 18),
                new Sheet.Column("coverage", "资金保障", 18),
                new Sheet.Column("capitalShortfall", "资金缺口", 16),
                new Sheet.Column("capitalSafe", "资金安全的基金", 12),
                new Sheet.Column("capitalBreached", "资金不安全的基金", 12),
                new Sheet.Column("received", "村集体到账", 16),
                new Sheet.Column("target", "村集体目标", 16),
                new Sheet.Column("villageShortfall", "村集体缺口", 16),
                new Sheet.Column("villagesMet", "达标村", 8),
                new Sheet.Column("villagesShort", "未达标或有风险的村", 12),
                new Sheet.Column("households", "社员户", 8),
                new Sheet.Column("satisfied", "达标户", 8),
                new Sheet.Column("judged", "应判户", 8),
                new Sheet.Column("householdShortfall", "户收入缺口", 16),
                new Sheet.Column("unemployed", "零转移就业户", 12)));
        for (PlacementKind kind : PlacementKind.values()) {
            columns.add(new Sheet.Column("placed." + kind.name(), kind.chinese() + "就业", 14));
        }
        columns.add(new Sheet.Column("trainings", "培训人次", 8));
        columns.add(new Sheet.Column("checks", "要查", 8));
        columns.add(new Sheet.Column("notes", "留意", 8));
        return columns;
    }

    private static List<Sheet.Cell> cells(PlaceSummary place) {
        List<Sheet.Cell> cells = new ArrayList<>(List.of(
                Sheet.words(place.place()),
                Sheet.whole(place.funds()),
                Sheet.money(place.shares()),
                Sheet.money(place.out()),
                Sheet.money(place.coverage()),
                Sheet.money(place.capitalShortfall()),
                Sheet.whole(place.capitalSafe()),
                Sheet.whole(place.capitalBreached()),
                Sheet.money(place.received()),
                Sheet.money(place.target()),
                Sheet.money(place.villageShortfall()),
                Sheet.whole(place.villagesMet()),
                Sheet.whole(place.villagesShort()),
                Sheet.whole(place.households()),
                Sheet.whole(place.satisfied()),
                Sheet.whole(place.judged()),
                Sheet.money(place.householdShortfall()),
                Sheet.whole(place.unemployed())));
        place.placed().values().forEach(number -> cells.add(Sheet.whole(number)));
        cells.add(Sheet.whole(place.trainings()));
        cells.add(Sheet.whole(place.checks()));
        cells.add(Sheet.whole(place.notes()));
        return cells;
    }

    /** A row a household. */
    static Sheet households(FundSummaryAnswer answer) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("household", "户", 14),
                new Sheet.Column("verdict", "判定", 12),
                new Sheet.Column("shares", "股金", 14),
                new Sheet.Column("income", "本年收入", 16),
                new Sheet.Column("line", "收入线", 16),
                new Sheet.Column("shortfall", "缺口", 14),
                new Sheet.Column("months", "稳定就业月数", 12),
                new Sheet.Column("employed", "就业", 8));
        return new Sheet(
                "各户",
                columns,
                answer.rows().stream()
                        .map(row -> List.of(
                                Sheet.words(row.household()),
                                new Sheet.Term(
                                        row.verdict(),
                                        Verdict.valueOf(row.verdict()).chinese()),
                                Sheet.money(row.shares()),
                                Sheet.money(row.income()),
                                Sheet.money(row.line()),
                                Sheet.money(row.shortfall()),
                                Sheet.whole(row.months()),
                                new Sheet.Term(String.valueOf(row.employed()), row.employed() ? "有人就业" : "无人就业")))
                        .toList());
    }
}
