package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.LedgerEvent;

/**
 * One kind of stored event.
 *
 * @param name what the store calls it, for ever, whatever becomes of the class's name; no two bear the same, of whatever kind of
 *     stream
 * @param revision the form that is written today, from 1; older forms are read through {@link EventUpcaster}s
 */
public record EventType(String name, int revision, Class<? extends LedgerEvent> eventClass) {}
