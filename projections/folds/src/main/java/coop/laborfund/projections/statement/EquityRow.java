package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A row of 会农社03表.
 *
 * @param line its number, from 1
 * @param columns every column of the year up to the day
 * @param previous the total of the row in the year before
 */
public record EquityRow(int line, Map<EquityColumn, Fen> columns, Fen previous) {

    public EquityRow {
        columns = Collections.unmodifiableMap(new EnumMap<>(columns));
    }

    public Fen total() {
        return columns.values().stream().reduce(Fen.ZERO, Fen::plus);
    }
}
