package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LedgerEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
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

    /** Those that have changed their form; {@link Upcasters} reads the older ones. */
    private static final Map<Class<?>, Integer> REVISIONS = Map.of(
            SharesInvested.class, 2,
            SharesWithdrawn.class, 2,
            SharesTransferred.class, 2,
            CollectiveIncomeRecorded.class, 2,
            ExpensePaid.class, 2,
            ReserveAppropriated.class, 2,
            ReserveFunded.class, 2,
            DividendDeclared.class, 2,
            GuaranteePaid.class, 2,
            MonthClosed.class, 2);

    private static final List<EventType> TYPES = Arrays.stream(MovementType.values())
            .map(MovementType::event)
            .map(event -> new EventType(event.getSimpleName(), REVISIONS.getOrDefault(event, 1), event))
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
