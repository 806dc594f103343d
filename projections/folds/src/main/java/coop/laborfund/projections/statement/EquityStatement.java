package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** 成员权益变动表 (会农社03表): what stood at the year's beginning, what changed it by kind, and what stands now. */
final class EquityStatement {

    private EquityStatement() {}

    /**
     * @param before what stood at the year's beginning
     * @param last the flows of the year before
     * @param beforeLast what stood at that one's beginning
     */
    static List<EquityRow> of(
            YearFlows year, Map<EquityColumn, Fen> before, YearFlows last, Map<EquityColumn, Fen> beforeLast) {
        List<EquityRow> rows = new ArrayList<>();
        add(rows, columns(column -> of(before, column)), columns(column -> of(beforeLast, column)));
        for (EquityChange change : EquityChange.values()) {
            add(rows, columns(column -> year.of(change, column)), columns(column -> last.of(change, column)));
        }
        add(
                rows,
                columns(column -> of(before, column).plus(year.of(column))),
                columns(column -> of(beforeLast, column).plus(last.of(column))));
        return rows;
    }

    private static void add(List<EquityRow> rows, Map<EquityColumn, Fen> now, Map<EquityColumn, Fen> previous) {
        Fen total = previous.values().stream().reduce(Fen.ZERO, Fen::plus);
        rows.add(new EquityRow(rows.size() + 1, now, total));
    }

    private static Fen of(Map<EquityColumn, Fen> columns, EquityColumn column) {
        return columns.getOrDefault(column, Fen.ZERO);
    }

    private static Map<EquityColumn, Fen> columns(Function<EquityColumn, Fen> figure) {
        Map<EquityColumn, Fen> columns = new EnumMap<>(EquityColumn.class);
        Arrays.stream(EquityColumn.values()).forEach(column -> columns.put(column, figure.apply(column)));
        return columns;
    }
}
