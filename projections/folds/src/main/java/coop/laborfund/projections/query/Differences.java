package coop.laborfund.projections.query;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Journal.Movement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the books of one day and knowing differ from those of another, account by account, each difference with the
 * movements that it consists of.
 *
 * @param before what is compared with; {@link Scope#ANY_DAY} where everything recorded counts
 * @param after what is compared, of the same fund
 * @param accounts those that a movement lies between, also where its movements cancel each other out; sorted by
 *     account and sub-account in code point order. Accounts that are not here are the same in both
 */
public record Differences(Scope before, Scope after, List<AccountDifference> accounts) {

    /**
     * An account or sub-account.
     *
     * @param account the account's code
     * @param before debit minus credit, zero where there was nothing, as is {@code after}
     * @param movements by posting date and then in the order of recording; their amounts add up to the difference
     */
    public record AccountDifference(String account, String sub, Fen before, Fen after, List<Moved> movements) {

        public Fen difference() {
            return after.minus(before);
        }

        /** The account's Chinese name. */
        public String name() {
            return ChartOfAccounts.heading(account).name();
        }
    }

    /**
     * A movement that counts in one of the two and not in the other.
     *
     * @param date the posting date
     * @param amount what it adds to the account on the way from before to after; of a movement that only
     *     {@code before} has, the opposite of its entry
     */
    public record Moved(long position, LocalDate date, String ref, MovementType type, Fen amount, String memo) {}

    /** A line of an account, and whether it came in or fell out. */
    private record Change(JournalLine line, Fen amount) {}

    /** Compares two scopes of one fund. */
    public static Differences between(FactSource facts, Scope before, Scope after) {
        SortedMap<AccountKey, List<Change>> changes = new TreeMap<>();
        only(facts, after, before).forEach(line -> add(changes, new Change(line, line.amount())));
        only(facts, before, after)
                .forEach(line -> add(changes, new Change(line, line.amount().negate())));
        Map<AccountKey, Fen> balancesBefore = balances(facts, before);
        Map<AccountKey, Fen> balancesAfter = balances(facts, after);
        Map<Long, Movement> movements = changes.isEmpty() ? Map.of() : movements(facts, before, after);
        List<AccountDifference> accounts = new ArrayList<>();
        changes.forEach((key, lines) -> accounts.add(new AccountDifference(
                key.account(),
                key.sub(),
                balancesBefore.getOrDefault(key, Fen.ZERO),
                balancesAfter.getOrDefault(key, Fen.ZERO),
                moved(lines, movements))));
        return new Differences(before, after, List.copyOf(accounts));
    }

    private static void add(SortedMap<AccountKey, List<Change>> changes, Change change) {
        AccountKey key = new AccountKey(change.line.account(), change.line.sub());
        changes.computeIfAbsent(key, account -> new ArrayList<>()).add(change);
    }

    /** The lines of a scope that another does not have: those recorded later, and of the rest those dated later. */
    private static List<JournalLine> only(FactSource facts, Scope scope, Scope other) {
        List<JournalLine> lines = new ArrayList<>();
        if (other.knownAt() < scope.knownAt()) {
            Window<Long> later = new Window<>("position", other.knownAt() + 1, scope.knownAt());
            lines.addAll(facts.recorded(JournalLine.class, scope, later));
        }
        if (other.asOf().isBefore(scope.asOf())) {
            Scope both = new Scope(scope.fund(), scope.asOf(), Math.min(scope.knownAt(), other.knownAt()));
            Window<LocalDate> later = Window.dated(other.asOf().plusDays(1), scope.asOf());
            lines.addAll(facts.recorded(JournalLine.class, both, later));
        }
        return lines;
    }

    private static Map<AccountKey, Fen> balances(FactSource facts, Scope scope) {
        return facts.balances(scope).stream()
                .collect(
                        Collectors.toMap(balance -> new AccountKey(balance.account(), balance.sub()), Balance::amount));
    }

    private static Map<Long, Movement> movements(FactSource facts, Scope before, Scope after) {
        Scope known = new Scope(after.fund(), Scope.ANY_DAY, Math.max(before.knownAt(), after.knownAt()));
        return facts.recorded(Movement.class, known).stream()
                .collect(Collectors.toMap(Movement::position, Function.identity()));
    }

    /** One row a movement, which may have several lines on an account. */
    private static List<Moved> moved(List<Change> changes, Map<Long, Movement> movements) {
        return changes.stream().collect(Collectors.groupingBy(change -> change.line.position())).values().stream()
                .map(lines -> moved(
                        lines,
                        Objects.requireNonNull(
                                movements.get(lines.getFirst().line.position()))))
                .sorted(Comparator.comparing(Moved::date).thenComparingLong(Moved::position))
                .toList();
    }

    private static Moved moved(List<Change> lines, Movement movement) {
        return new Moved(
                movement.position(),
                lines.getFirst().line.date(),
                movement.ref(),
                movement.type(),
                lines.stream().map(Change::amount).reduce(Fen.ZERO, Fen::plus),
                movement.memo());
    }
}
