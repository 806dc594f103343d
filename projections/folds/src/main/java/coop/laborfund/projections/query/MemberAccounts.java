package coop.laborfund.projections.query;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Journal.Reversal;
import coop.laborfund.projections.fact.Payouts.Payout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts of the households with the fund (社员账户): shares, dividends, guarantee payouts, a row for each movement
 * that touched them, with what stood after it. A reversal is a row of its own, as in the journal.
 */
public final class MemberAccounts {

    /**
     * A movement on a household's account.
     *
     * @param date the posting date
     * @param shares more shares positive, less negative
     * @param declared dividend fixed; negative where that was reversed
     * @param paid dividend paid out; negative where it came back or the payment was reversed
     * @param payout paid to the household under the guarantee of employment and income; negative where reversed
     * @param holding the household's shares after it
     * @param unpaid dividends declared and not yet paid after it
     * @param payouts all payouts up to it
     */
    public record Row(
            String household,
            LocalDate date,
            long position,
            String ref,
            MovementType type,
            Fen shares,
            Fen holding,
            Fen declared,
            Fen paid,
            Fen unpaid,
            Fen payout,
            Fen payouts,
            String memo) {}

    private static final String SHARES = ChartOfAccounts.code(Account.SHARES);
    private static final String DIVIDENDS = ChartOfAccounts.code(Account.DIVIDENDS_PAYABLE);

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::household, Ids.ORDER)
            .thenComparing(Row::date)
            .thenComparingLong(Row::position);

    private final Map<String, Movement> movements;
    private final Map<String, String> originals;
    private final SortedMap<String, Map<Long, Row>> rows = new TreeMap<>(Ids.ORDER);

    private MemberAccounts(FactSource facts, Scope scope) {
        movements = facts.recorded(Movement.class, scope.onAnyDay()).stream()
                .collect(Collectors.toMap(Movement::ref, movement -> movement));
        originals = facts.recorded(Reversal.class, scope.onAnyDay()).stream()
                .collect(Collectors.toMap(Reversal::ref, Reversal::original));
    }

    /** Every household's rows, by household in code point order, posting date and order of recording. */
    public static List<Row> of(FactSource facts, Scope scope) {
        MemberAccounts accounts = new MemberAccounts(facts, scope);
        facts.recorded(JournalLine.class, scope).forEach(accounts::line);
        accounts.payouts(facts, scope);
        List<Row> sorted = accounts.rows.values().stream()
                .flatMap(household -> household.values().stream())
                .sorted(ORDER)
                .toList();
        return withBalances(sorted);
    }

    private void line(JournalLine line) {
        Fen credit = line.amount().negate();
        Row row = empty(line.sub(), line.date(), line.ref());
        if (line.account().equals(SHARES)) {
            add(with(row, credit, Fen.ZERO, Fen.ZERO, Fen.ZERO));
        } else if (line.account().equals(DIVIDENDS)) {
            boolean declared = undone(line.ref()).type() == MovementType.DECLARE_DIVIDEND;
            add(
                    declared
                            ? with(row, Fen.ZERO, credit, Fen.ZERO, Fen.ZERO)
                            : with(row, Fen.ZERO, Fen.ZERO, line.amount(), Fen.ZERO));
        }
    }

    /** Payouts have no account of the household's: they are told by their own facts, and their reversals by the ref. */
    private void payouts(FactSource facts, Scope scope) {
        Map<String, Payout> paid = new HashMap<>();
        facts.recorded(Payout.class, scope.onAnyDay()).stream()
                .filter(payout -> payout.guarantee() == Guarantee.EMPLOYMENT_INCOME)
                .forEach(payout -> paid.put(payout.ref(), payout));
        Stream.concat(
                        paid.keySet().stream(),
                        originals.keySet().stream().filter(ref -> paid.containsKey(originals.get(ref))))
                .map(ref -> Objects.requireNonNull(movements.get(ref)))
                .filter(movement -> !movement.date().isAfter(scope.asOf()))
                .forEach(movement -> payout(
                        movement,
                        Objects.requireNonNull(paid.get(originals.getOrDefault(movement.ref(), movement.ref())))));
    }

    private void payout(Movement movement, Payout payout) {
        String household = Objects.requireNonNull(payout.household());
        Fen amount = originals.containsKey(movement.ref()) ? payout.amount().negate() : payout.amount();
        add(with(empty(household, movement.date(), movement.ref()), Fen.ZERO, Fen.ZERO, Fen.ZERO, amount));
    }

    /** The movement itself, or what it reversed. */
    private Movement undone(String ref) {
        return Objects.requireNonNull(movements.get(originals.getOrDefault(ref, ref)));
    }

    private Row empty(String household, LocalDate date, String ref) {
        Movement movement = Objects.requireNonNull(movements.get(ref));
        Fen none = Fen.ZERO;
        return new Row(
                household,
                date,
                movement.position(),
                ref,
                movement.type(),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                movement.memo());
    }

    private static Row with(Row row, Fen shares, Fen declared, Fen paid, Fen payout) {
        return new Row(
                row.household,
                row.date,
                row.position,
                row.ref,
                row.type,
                row.shares.plus(shares),
                row.holding,
                row.declared.plus(declared),
                row.paid.plus(paid),
                row.unpaid,
                row.payout.plus(payout),
                row.payouts,
                row.memo);
    }

    private void add(Row row) {
        rows.computeIfAbsent(row.household, household -> new HashMap<>())
                .merge(row.position, row, (one, more) -> with(one, more.shares, more.declared, more.paid, more.payout));
    }

    private static List<Row> withBalances(List<Row> sorted) {
        List<Row> result = new ArrayList<>();
        for (Row row : sorted) {
            Row last = result.isEmpty() || !result.getLast().household.equals(row.household) ? null : result.getLast();
            result.add(new Row(
                    row.household,
                    row.date,
                    row.position,
                    row.ref,
                    row.type,
                    row.shares,
                    last == null ? row.shares : last.holding.plus(row.shares),
                    row.declared,
                    row.paid,
                    (last == null ? row.declared : last.unpaid.plus(row.declared)).minus(row.paid),
                    row.payout,
                    last == null ? row.payout : last.payouts.plus(row.payout),
                    row.memo));
        }
        return result;
    }
}
