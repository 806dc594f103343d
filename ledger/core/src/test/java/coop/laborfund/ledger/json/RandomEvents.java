package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Any event with anything in it, from a seed: what JSON must carry whether or not the rules would allow it. */
final class RandomEvents {

    private static final List<String> LETTERS =
            List.of("a", "Z", "0", "-", " ", "\"", "\\", "/", "\n", "\u001f", "\u007f", "户", "𠮷", "é");

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    FundEvent next() {
        List<EventType> types = EventCatalog.types();
        return (FundEvent) record(types.get(random.nextInt(types.size())).eventClass());
    }

    private Object record(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components).map(this::value).toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && random.nextBoolean() ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(list.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == SortedMap.class) {
            SortedMap<String, String> values = new TreeMap<>();
            list(String.class).forEach(key -> values.put((String) key, text()));
            return values;
        }
        return value((Class<?>) type);
    }

    private Object value(Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == int.class) {
            return random.nextInt();
        } else if (type == Fen.class) {
            return Fen.of(random.nextLong());
        } else if (type == BigInteger.class) {
            return new BigInteger(random.nextInt(100), random);
        } else if (type == Rate.class) {
            return new Rate(random.nextInt(1_000_001));
        } else if (type == LocalDate.class) {
            return LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000));
        } else if (type == YearMonth.class) {
            return YearMonth.of(1 + random.nextInt(9_998), 1 + random.nextInt(12));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type == FundEvent.class) {
            FundEvent original = next();
            return original instanceof MovementReversed reversal ? reversal.original() : original;
        }
        return record(type);
    }

    private List<Object> list(Type element) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(element));
        }
        return values;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return text.toString();
    }
}
