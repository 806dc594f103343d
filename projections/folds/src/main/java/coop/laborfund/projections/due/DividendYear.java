package coop.laborfund.projections.due;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fact.Head;
import coop.laborfund.projections.fold.Total;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One year's dividends: what each household has not been paid, and the movements that say so. */
final class DividendYear {

    private final Total declared = new Total();
    private final Map<String, Total> unpaid = new HashMap<>();
    private final Map<String, Head> declarations = new HashMap<>();
    private final Map<String, Head> payments = new HashMap<>();

    void count(DividendAmount fact, int sign) {
        Total household = unpaid.computeIfAbsent(fact.household(), any -> new Total());
        switch (fact.kind()) {
            case DECLARED -> {
                declared.count(fact.amount(), sign);
                household.count(fact.amount(), sign);
            }
            case PAID -> household.count(fact.amount(), -sign);
            case RETURNED -> household.count(fact.amount(), sign);
        }
        Map<String, Head> movements = fact.kind() == DividendKind.DECLARED ? declarations : payments;
        if (sign > 0) {
            movements.put(fact.ref(), fact.head());
        } else {
            movements.remove(fact.ref());
        }
    }

    Fen declared() {
        return declared.sum();
    }

    /** The day of the last declaration by its date. */
    Optional<LocalDate> lastDeclared() {
        return declarations.values().stream().map(Head::date).max(Comparator.naturalOrder());
    }

    /** What each household is owed, where above zero. */
    List<Fen> owed() {
        return unpaid.values().stream().map(Total::sum).filter(Fen::isPositive).toList();
    }

    Stream<Long> declaring() {
        return declarations.values().stream().map(Head::position);
    }

    Stream<Long> movements() {
        return Stream.concat(declaring(), payments.values().stream().map(Head::position));
    }
}
