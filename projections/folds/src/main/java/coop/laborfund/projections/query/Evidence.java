package coop.laborfund.projections.query;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Journal.Reversal;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Payouts.Payout;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A movement that a verdict rests on.
 *
 * @param date the business date
 * @param amount the whole movement's: the debits of its entry, or the wage or income that it proves; zero where it is
 *     about no money
 */
public record Evidence(long position, LocalDate date, String ref, MovementType type, Fen amount, String memo) {

    /** A fund's movements by position, to look up those that verdicts name. */
    public static SortedMap<Long, Evidence> of(FactSource facts, Scope scope) {
        Scope whole = scope.onAnyDay();
        Map<String, Fen> amounts = amounts(facts, whole);
        SortedMap<Long, Evidence> movements = new TreeMap<>();
        facts.recorded(Movement.class, whole)
                .forEach(movement -> movements.put(
                        movement.position(), of(movement, amounts.getOrDefault(movement.ref(), Fen.ZERO))));
        return movements;
    }

    /** By ref. A payout that passes through two entries is counted once, and a reversal is of its original's amount. */
    private static Map<String, Fen> amounts(FactSource facts, Scope scope) {
        Map<String, Fen> amounts = new HashMap<>();
        facts.recorded(JournalLine.class, scope).stream()
                .filter(line -> line.amount().isPositive())
                .forEach(line -> amounts.merge(line.ref(), line.amount(), Fen::plus));
        facts.recorded(Wage.class, scope).forEach(wage -> amounts.put(wage.ref(), wage.amount()));
        facts.recorded(HouseholdIncome.class, scope).forEach(income -> amounts.put(income.ref(), income.amount()));
        facts.recorded(VillageIncome.class, scope).forEach(income -> amounts.put(income.ref(), income.amount()));
        facts.recorded(Payout.class, scope).forEach(payout -> amounts.put(payout.ref(), payout.amount()));
        facts.recorded(Reversal.class, scope)
                .forEach(reversal -> amounts.put(reversal.ref(), amounts.getOrDefault(reversal.original(), Fen.ZERO)));
        return amounts;
    }

    private static Evidence of(Movement movement, Fen amount) {
        return new Evidence(
                movement.position(), movement.date(), movement.ref(), movement.type(), amount, movement.memo());
    }

    /** Those of them at some positions, in their order. */
    public static List<Evidence> at(SortedSet<Long> positions, Map<Long, Evidence> movements) {
        return positions.stream()
                .map(position -> Objects.requireNonNull(movements.get(position)))
                .toList();
    }
}
