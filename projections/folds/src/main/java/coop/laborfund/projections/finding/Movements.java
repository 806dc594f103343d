package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.money.Fen;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The movements of one kind that count and are not undone. */
final class Movements<E extends FundEvent> implements Seen<E> {

    private final Map<String, Movement<E>> byRef = new LinkedHashMap<>();

    @Override
    public void add(Movement<E> movement) {
        byRef.put(movement.ref(), movement);
    }

    @Override
    public void takeBack(E original) {
        byRef.remove(original.ref());
    }

    /** In the order of recording. */
    Collection<Movement<E>> all() {
        return byRef.values();
    }

    List<Movement<E>> byDate() {
        return byRef.values().stream().sorted(Movement.BY_DATE).toList();
    }

    static Fen sum(Collection<? extends Movement<?>> movements) {
        Fen sum = Fen.ZERO;
        for (Movement<?> movement : movements) {
            sum = sum.plus(movement.amount());
        }
        return sum;
    }

    static List<Long> positions(Collection<? extends Movement<?>> movements) {
        return movements.stream().map(Movement::position).toList();
    }
}
