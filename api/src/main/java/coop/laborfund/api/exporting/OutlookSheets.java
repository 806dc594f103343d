package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.ForecastAnswer;
import coop.laborfund.api.answer.ForecastAnswer.ChangeAnswer;
import coop.laborfund.api.answer.ForecastAnswer.RemedyAnswer;
import coop.laborfund.api.answer.WhatIfAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What may become of the guarantees, and what would have, as tables to export. */
final class OutlookSheets {

    private OutlookSheets() {}

    /** A row for each part of each way; one for a change that nothing of the kind would keep from happening. */
    static Sheet forecast(ForecastAnswer forecast) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("date", "日期", 12),
                new Sheet.Column("guarantee", "三保", 20),
                new Sheet.Column("subject", "对象", 16),
                new Sheet.Column("from", "原判定", 14),
                new Sheet.Column("to", "变为", 14),
                new Sheet.Column("way", "办法", 8),
                new Sheet.Column("what", "怎样可以保住", 48),
                new Sheet.Column("amount", "金额", 14),
                new Sheet.Column("months", "月数", 8));
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        for (ChangeAnswer change : forecast.changes()) {
            if (change.ways().isEmpty()) {
                rows.add(row(change, Sheet.empty(), Sheet.empty(), Sheet.empty(), Sheet.empty()));
            }
            for (int way = 0; way < change.ways().size(); way++) {
                for (RemedyAnswer part : change.ways().get(way)) {
                    rows.add(row(
                            change,
                            Sheet.whole(way + 1L),
                            Sheet.words(part.zh()),
                            part.amount() == null ? Sheet.empty() : Sheet.money(part.amount()),
                            part.months() == null ? Sheet.empty() : Sheet.whole(part.months())));
                }
            }
        }
        return new Sheet("预测", columns, rows);
    }

    private static List<Sheet.Cell> row(ChangeAnswer change, Sheet.Cell... rest) {
        List<Sheet.Cell> cells = new ArrayList<>(List.of(
                Sheet.day(LocalDate.parse(change.date())),
                Sheet.words(change.guarantee()),
                Sheet.words(change.subject()),
                Sheet.words(change.from()),
                Sheet.words(change.to())));
        cells.addAll(List.of(rest));
        return cells;
    }

    static Sheet verdicts(WhatIfAnswer answer) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("year", "年度", 8),
                new Sheet.Column("guarantee", "三保", 20),
                new Sheet.Column("subject", "对象", 16),
                new Sheet.Column("actual", "实际判定", 14),
                new Sheet.Column("supposed", "假设判定", 14),
                new Sheet.Column("actualShortfall", "实际缺口", 16),
                new Sheet.Column("supposedShortfall", "假设缺口", 16));
        return new Sheet(
                "判定",
                columns,
                answer.verdicts().stream()
                        .map(verdict -> List.of(
                                Sheet.whole(verdict.year()),
                                Sheet.words(verdict.guarantee()),
                                Sheet.words(verdict.subject()),
                                Sheet.words(verdict.actual()),
                                Sheet.words(verdict.supposed()),
                                Sheet.money(verdict.actualShortfall()),
                                Sheet.money(verdict.supposedShortfall())))
                        .toList());
    }

    static Sheet refusals(WhatIfAnswer answer) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("position", "位置", 10),
                new Sheet.Column("date", "日期", 12),
                new Sheet.Column("ref", "凭证号", 16),
                new Sheet.Column("type", "业务类型", 18),
                new Sheet.Column("code", "拒绝代码", 24),
                new Sheet.Column("message", "说明", 60));
        return new Sheet(
                "会被拒绝的业务",
                columns,
                answer.refusals().stream()
                        .map(refusal -> List.of(
                                Sheet.whole(refusal.position()),
                                Sheet.day(LocalDate.parse(refusal.date())),
                                Sheet.words(refusal.ref()),
                                Sheet.type(refusal.type()),
                                Sheet.words(refusal.code()),
                                Sheet.words(refusal.message())))
                        .toList());
    }

    static Sheet floors(WhatIfAnswer answer) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("year", "年度", 8),
                new Sheet.Column("household", "户", 14),
                new Sheet.Column("actual", "实际保底", 14),
                new Sheet.Column("supposed", "假设保底", 14),
                new Sheet.Column("declared", "已宣告", 14));
        return new Sheet(
                "保底分红",
                columns,
                answer.floors().stream()
                        .map(floor -> List.of(
                                Sheet.whole(floor.year()),
                                Sheet.words(floor.household()),
                                Sheet.money(floor.actual()),
                                Sheet.money(floor.supposed()),
                                Sheet.money(floor.declared())))
                        .toList());
    }
}
