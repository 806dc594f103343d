package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.LedgerEvent;
import coop.laborfund.ledger.movement.MovementType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every stored event's name and revision. The events are those that the movement types declare, each stored under its class's
 * name; a golden file for each name and revision holds both against a renaming.
 */
public final class EventCatalog {

    /** No event has changed its form yet. */
    private static final int REVISION = 1;

    private static final List<EventType> TYPES = Arrays.stream(MovementType.values())
            .map(MovementType::event)
            .map(event -> new EventType(event.getSimpleName(), REVISION, event))
            .toList();

    private static final Map<Class<?>, EventType> BY_CLASS =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));
    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private EventCatalog() {}

    /** All types, in the order of the contract's movements. */
    public static List<EventType> types() {
        return TYPES;
    }

    public static EventType of(LedgerEvent event) {
        EventType type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " has no name in the catalogue");
        }
        return type;
    }

    /** The type that the store calls by this name; empty where none is. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
