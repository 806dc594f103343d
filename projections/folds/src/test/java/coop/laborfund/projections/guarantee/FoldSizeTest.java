package coop.laborfund.projections.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.GeneralLedgerFold;
import coop.laborfund.projections.statement.MemberCapitalFold;
import coop.laborfund.projections.statement.StatementsFold;
import coop.laborfund.projections.statement.TrialBalanceFold;
import coop.laborfund.projections.testing.TestHistory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A fold of a fund holds as much after a long history as after a short one of the same households and advances. */
class FoldSizeTest {

    private static final Scope EVERYTHING = new Scope(TestHistory.FUND, Scope.ANY_DAY, Long.MAX_VALUE);

    @Test
    void doesNotGrowWithTheHistory() throws IllegalAccessException {
        long few = heldAfter(10, new FundFold(EVERYTHING));
        assertThat(heldAfter(150, new FundFold(EVERYTHING))).isEqualTo(few);
        assertThat(few).isPositive();
    }

    /** Those of statements and books whose answer is as large as the accounts. */
    @Test
    void foldsOfStatementsDoNotGrowWithTheHistoryEither() throws IllegalAccessException {
        for (Supplier<Fold<RecordedEvent, ?>> fold : List.<Supplier<Fold<RecordedEvent, ?>>>of(
                () -> new StatementsFold(EVERYTHING),
                () -> new TrialBalanceFold(EVERYTHING, LocalDate.of(2023, 1, 1)),
                () -> new GeneralLedgerFold(EVERYTHING, LocalDate.of(2023, 1, 1), null),
                () -> new MemberCapitalFold(EVERYTHING))) {
            long few = heldAfter(10, fold.get());
            assertThat(heldAfter(150, fold.get())).isEqualTo(few);
            assertThat(few).isPositive();
        }
    }

    @Test
    void growsWithTheHouseholds() throws IllegalAccessException {
        TestHistory history = founded();
        long before = held(folded(history, new FundFold(EVERYTHING)));
        history.admit("2023-02-01", "H3", 4);
        assertThat(held(folded(history, new FundFold(EVERYTHING)))).isGreaterThan(before);
    }

    private static long heldAfter(int rounds, Fold<RecordedEvent, ?> fold) throws IllegalAccessException {
        TestHistory history = founded();
        for (int round = 0; round < rounds; round++) {
            round(history);
        }
        return held(folded(history, fold));
    }

    private static TestHistory founded() {
        TestHistory history = new TestHistory();
        history.open("2023-01-05", Map.of("reserveRate", "0"));
        history.admit("2023-01-06", "H1", 3);
        history.admit("2023-01-06", "H2", 2);
        history.advance("2023-03-01", "A1", "600", "2023-12-31");
        history.extend("2023-06-01", "A1", "2024-06-30");
        return history;
    }

    /** Movements of every kind that may come again and again, some of them reversed. */
    private static void round(TestHistory history) {
        history.invest("2023-02-01", "H1", "10");
        history.repay("2023-04-01", "A1", "1");
        history.fundReserve("2023-04-02", "1");
        history.earn("2023-05-01", IncomeSource.OPERATING, "5");
        history.remit("2023-05-02", "1");
        history.deposit("2023-05-03", "C1", "1");
        history.payVillage("2024-01-10", 2023, "1");
        history.payHousehold("2024-01-10", 2023, "H2", "1");
        history.wage("2023-06-01", "W1", "H1", "2023-05", "7");
        history.income("2023-07-01", "H1", 2023, "3");
        history.payDividend("2023-12-01", 2022, "H1", "2");
        history.returnDividend("2023-12-02", 2022, "H1", "1");
        history.reverse("2023-12-03", history.wage("2023-08-01", "W2", "H2", "2023-07", "9"));
        history.reverse("2023-12-03", history.advance("2023-08-01", "A2", "5", "2024-01-01"));
    }

    private static Fold<RecordedEvent, ?> folded(TestHistory history, Fold<RecordedEvent, ?> fold) {
        for (RecordedEvent event : history.events()) {
            fold.add(event);
        }
        return fold;
    }

    private static long held(Object fold) throws IllegalAccessException {
        return held(fold, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** How many objects of ours, elements of collections and of arrays can be reached. */
    private static long held(@Nullable Object object, Set<Object> seen) throws IllegalAccessException {
        if (object == null || !seen.add(object)) {
            return 0;
        }
        long held = 1;
        if (object instanceof Map<?, ?> map) {
            held += heldBy(map.keySet(), seen) + heldBy(map.values(), seen);
        } else if (object instanceof Collection<?> collection) {
            held += heldBy(collection, seen);
        } else if (object instanceof Object[] array) {
            held += heldBy(Arrays.asList(array), seen);
        } else if (object.getClass().getName().startsWith("coop.laborfund")
                && !object.getClass().isEnum()) {
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        held += ofOurs(field, object, seen);
                    }
                }
            }
        }
        return held;
    }

    private static long ofOurs(Field field, Object object, Set<Object> seen) throws IllegalAccessException {
        if (!field.getDeclaringClass().getName().startsWith("coop.laborfund")
                || object.getClass().isHidden()) {
            return 0;
        }
        field.setAccessible(true);
        return held(field.get(object), seen);
    }

    private static long heldBy(Collection<?> elements, Set<Object> seen) throws IllegalAccessException {
        long held = 0;
        for (Object element : elements) {
            held += held(element, seen);
        }
        return held;
    }
}
