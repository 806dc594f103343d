package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.movement.MovementType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Says which movements it needs, and is handed those that count. */
abstract class Keeping {

    /** A kind of movements and what is done with them. */
    record Interest<E extends FundEvent>(Class<E> kind, Seen<? super E> seen) {

        void add(Movement<?> movement) {
            cast().add(new Movement<>(movement.recorded(), kind.cast(movement.event())));
        }

        void takeBack(FundEvent original) {
            cast().takeBack(kind.cast(original));
        }

        @SuppressWarnings("unchecked") // Whoever takes any event of a wider kind takes this one.
        private Seen<E> cast() {
            return (Seen<E>) seen;
        }
    }

    private final List<Interest<?>> interests = new ArrayList<>();

    /** Keeps the movements of a kind. */
    protected final <E extends FundEvent> Movements<E> keep(Class<E> kind) {
        Movements<E> movements = new Movements<>();
        on(kind, movements);
        return movements;
    }

    protected final <E extends FundEvent> void on(Class<E> kind, Seen<? super E> seen) {
        interests.add(new Interest<>(kind, seen));
    }

    /** Looks at the movements of a kind once, whatever becomes of them. */
    protected final <E extends FundEvent> void once(Class<E> kind, Consumer<? super Movement<E>> look) {
        on(kind, new Seen<E>() {
            @Override
            public void add(Movement<E> movement) {
                look.accept(movement);
            }

            @Override
            public void takeBack(E original) {}
        });
    }

    /** Likewise at those of each kind that moves money. */
    protected final void onceForMoney(Consumer<Movement<?>> look) {
        for (MovementType type : MovementType.values()) {
            if (type.kind() == Kind.MONEY) {
                once(type.event(), look);
            }
        }
    }

    final List<Interest<?>> interests() {
        return interests;
    }
}
