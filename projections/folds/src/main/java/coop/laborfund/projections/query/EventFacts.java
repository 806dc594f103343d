package coop.laborfund.projections.query;

import static java.util.Comparator.comparing;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Journal.Reversal;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fact.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All facts of some events in memory, filtered anew for each question: plain, so that the read tables and the folds can be held
 * against it, and fit for the few events that the read tables lack.
 */
public final class EventFacts implements FactSource {

    private final Map<Class<?>, List<Fact>> facts = new HashMap<>();

    /** Folds events in the order of their positions. */
    public static EventFacts of(Iterable<RecordedEvent> events) {
        EventFacts memory = new EventFacts();
        events.forEach(memory::add);
        return memory;
    }

    private void add(RecordedEvent event) {
        Projections.ALL.stream()
                .flatMap(projection -> projection.rows(event).stream())
                .forEach(fact -> facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>())
                        .add(fact));
    }

    @Override
    public List<FundOpening> openings(long knownAt) {
        return all(FundOpening.class).stream()
                .filter(opening -> opening.position() <= knownAt)
                .sorted(comparing(FundOpening::fund, Ids.ORDER))
                .toList();
    }

    @Override
    public SortedMap<String, Movement> takeovers(@Nullable String fund, long knownAt) {
        SortedMap<String, Movement> last = new TreeMap<>(Ids.ORDER);
        all(Movement.class).stream()
                .filter(movement -> movement.position() <= knownAt
                        && !movement.takeover().isEmpty()
                        && (fund == null || fund.equals(movement.fund())))
                .forEach(movement -> last.put(movement.fund(), movement));
        return last;
    }

    @Override
    public <F extends Fact> List<F> recorded(Class<F> type, Scope scope, @Nullable Window<?> window) {
        return all(type).stream()
                .filter(fact -> scope.has(fact.fund(), fact.date(), fact.position())
                        && (window == null || within(window, fact)))
                .toList();
    }

    @Override
    public <F extends Fact> List<F> counted(Class<F> type, Scope scope, @Nullable Window<?> window) {
        Set<String> undone = new HashSet<>();
        for (Reversal reversal : recorded(Reversal.class, scope)) {
            undone.add(reversal.ref());
            undone.add(reversal.original());
        }
        return recorded(type, scope, window).stream()
                .filter(fact -> !undone.contains(fact.ref()))
                .toList();
    }

    @Override
    public List<Balance> balances(Scope scope) {
        return Balance.sums(recorded(JournalLine.class, scope).stream()
                .map(line -> new Balance(line.account(), line.sub(), line.amount())));
    }

    @Override
    public SortedMap<AccountKey, Fen> balancesOf(Set<AccountKey> accounts, Scope scope) {
        SortedMap<AccountKey, Fen> balances = new TreeMap<>();
        accounts.forEach(account -> balances.put(account, Fen.ZERO));
        for (Balance balance : balances(scope)) {
            balances.replace(new AccountKey(balance.account(), balance.sub()), balance.amount());
        }
        return balances;
    }

    private <F extends Fact> List<F> all(Class<F> type) {
        return facts.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }

    @SuppressWarnings("unchecked") // A window's values are of its column's type.
    private static <F extends Fact, T extends Comparable<? super T>> boolean within(Window<T> window, F fact) {
        T value = (T) value(fact, window.column());
        return value != null
                && window.from().compareTo(value) <= 0
                && window.to().compareTo(value) >= 0;
    }

    private static @Nullable Object value(Fact fact, String column) {
        List<String> columns = Shape.of(fact.getClass()).columns().stream()
                .map(Shape.Column::name)
                .toList();
        return Shape.values(fact)[columns.indexOf(column)];
    }
}
