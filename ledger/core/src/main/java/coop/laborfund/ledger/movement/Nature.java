package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.movement.MovementType.Kind;

/**
 * What a movement is, whatever its columns.
 *
 * @param event what it becomes where it is accepted
 * @param reversible whether a 冲正 may undo it: money and labor may be undone where nothing else is said
 */
record Nature(String chinese, Kind kind, Class<? extends FundEvent> event, boolean reversible) {

    static Nature setup(String chinese, Class<? extends FundEvent> event) {
        return new Nature(chinese, Kind.SETUP, event, false);
    }

    static Nature money(String chinese, Class<? extends FundEvent> event) {
        return new Nature(chinese, Kind.MONEY, event, true);
    }

    static Nature labor(String chinese, Class<? extends FundEvent> event) {
        return new Nature(chinese, Kind.LABOR, event, true);
    }

    static Nature statement(String chinese, Class<? extends FundEvent> event) {
        return new Nature(chinese, Kind.STATEMENT, event, true);
    }

    static Nature control(String chinese, Class<? extends FundEvent> event) {
        return new Nature(chinese, Kind.CONTROL, event, false);
    }

    Nature canBeReversed() {
        return new Nature(chinese, kind, event, true);
    }

    Nature irreversible() {
        return new Nature(chinese, kind, event, false);
    }
}
