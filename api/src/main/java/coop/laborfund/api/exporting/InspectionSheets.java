package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.TraceAnswer;
import coop.laborfund.projections.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What an inspector asks, as tables to export. */
final class InspectionSheets {

    private InspectionSheets() {}

    /** What there is to look at; the positions of its evidence stand in one cell, separated by spaces. */
    static Sheet findings(FindingsAnswer findings) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("number", "规则", 8),
                new Sheet.Column("severity", "轻重", 10),
                new Sheet.Column("since", "起始日", 12),
                new Sheet.Column("amount", "金额", 16),
                new Sheet.Column("zh", "说明", 60),
                new Sheet.Column("en", "英文说明", 60),
                new Sheet.Column("evidence", "依据的位置", 30));
        return new Sheet(
                "疑点",
                columns,
                findings.findings().stream()
                        .map(finding -> List.of(
                                Sheet.whole(finding.number()),
                                severity(finding.severity()),
                                Sheet.day(LocalDate.parse(finding.since())),
                                Sheet.money(finding.amount()),
                                Sheet.words(finding.zh()),
                                Sheet.words(finding.en()),
                                Sheet.words(positions(finding.evidence()))))
                        .toList());
    }

    private static Sheet.Cell severity(String code) {
        return new Sheet.Term(code, Severity.valueOf(code).chinese());
    }

    private static String positions(List<Long> evidence) {
        return evidence.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The way that money took. */
    static Sheet hops(TraceAnswer trace) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("date", "日期", 12),
                new Sheet.Column("position", "位置", 10),
                new Sheet.Column("ref", "凭证号", 16),
                new Sheet.Column("from", "从", 26),
                new Sheet.Column("to", "到", 26),
                new Sheet.Column("amount", "金额", 16));
        return new Sheet(
                "经过",
                columns,
                trace.hops().stream()
                        .map(hop -> List.of(
                                Sheet.day(LocalDate.parse(hop.date())),
                                Sheet.whole(hop.position()),
                                Sheet.words(hop.ref()),
                                Sheet.words(hop.from()),
                                Sheet.words(hop.to()),
                                Sheet.money(hop.amount())))
                        .toList());
    }

    /** Where it is, or came from. */
    static Sheet ends(TraceAnswer trace) {
        return new Sheet(
                "归处",
                List.of(new Sheet.Column("node", "科目", 26), new Sheet.Column("amount", "金额", 16)),
                trace.ends().stream()
                        .map(end -> List.of(Sheet.words(end.node()), Sheet.money(end.amount())))
                        .toList());
    }
}
