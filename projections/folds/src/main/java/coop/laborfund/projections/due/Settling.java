package coop.laborfund.projections.due;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.MovementType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The movement that would settle what is due, without its ref and date; what a person has to choose is left out.
 *
 * @param cells texts as a movements file has them, beside the type
 */
public record Settling(MovementType type, Map<Column, String> cells) {

    public Settling {
        Map<Column, String> ordered = new EnumMap<>(Column.class);
        ordered.putAll(cells);
        cells = Collections.unmodifiableMap(ordered);
    }
}
