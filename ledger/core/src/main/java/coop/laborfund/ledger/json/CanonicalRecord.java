package coop.laborfund.ledger.json;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A record as {@link CanonicalJson} writes it, read from left to right: the keys stand where they must, so none is looked up. Made
 * once for each class, from the class itself.
 */
final class CanonicalRecord {

    /** How a component's value is read; throws {@link IllegalArgumentException} or a date's exception for what is none. */
    private interface Form {
        @Nullable
        Object read(CanonicalText text);
    }

    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);

    /** In the order of the text: what stands before each value, the value, its place in the constructor. */
    private final byte[][] keys;

    private final Form[] forms;
    private final int[] places;
    private final MethodHandle constructor;

    private CanonicalRecord(byte[][] keys, Form[] forms, int[] places, MethodHandle constructor) {
        this.keys = keys;
        this.forms = forms;
        this.places = places;
        this.constructor = constructor;
    }

    /** Empty where a component, or one of its own, is of a kind that is too rare to be worth a form. */
    static Optional<CanonicalRecord> of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        int[] places = IntStream.range(0, components.length)
                .boxed()
                .sorted(Comparator.comparing(place -> components[place].getName()))
                .mapToInt(Integer::intValue)
                .toArray();
        byte[][] keys = new byte[components.length][];
        Form[] forms = new Form[components.length];
        for (int i = 0; i < places.length; i++) {
            RecordComponent component = components[places[i]];
            Optional<Form> form = form(component.getGenericType());
            if (form.isEmpty()) {
                return Optional.empty();
            }
            keys[i] = ((i == 0 ? "{\"" : ",\"") + component.getName() + "\":").getBytes(StandardCharsets.US_ASCII);
            forms[i] = form.get();
        }
        return Optional.of(new CanonicalRecord(keys, forms, places, constructor(type, components)));
    }

    /** @throws RuntimeException where the text is otherwise than such a record is written; it may mean one all the same */
    Object read(CanonicalText text) {
        @Nullable Object[] values = new Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            text.expect(keys[i]);
            values[places[i]] = forms[i].read(text);
        }
        text.take('}');
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable checked) {
            throw new IllegalStateException("constructors of events throw nothing checked", checked);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(CONSTRUCTOR);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.getName(), impossible);
        }
    }

    private static Optional<Form> form(Type type) {
        if (type == int.class) {
            return Optional.of(text -> Math.toIntExact(text.whole()));
        }
        return valueForm(type).map(value -> text -> text.skipNull() ? null : value.read(text));
    }

    private static Optional<Form> valueForm(Type type) {
        if (type == String.class) {
            return Optional.of(CanonicalText::string);
        } else if (type == Fen.class) {
            return Optional.of(CanonicalRecord::fen);
        } else if (type == BigInteger.class) {
            return Optional.of(text -> new BigInteger(text.string()));
        } else if (type == Rate.class) {
            return Optional.of(text -> Rate.ofPercent(text.string()));
        } else if (type == LocalDate.class) {
            return Optional.of(CanonicalRecord::date);
        } else if (type == YearMonth.class) {
            return Optional.of(CanonicalRecord::month);
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return form(list.getActualTypeArguments()[0]).map(CanonicalRecord::listForm);
        } else if (type instanceof Class<?> named && named.isEnum()) {
            return Optional.of(enumForm(named));
        } else if (type instanceof Class<?> named && named.isRecord()) {
            return of(named).map(record -> record::read);
        }
        return Optional.empty();
    }

    private static Form enumForm(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return text -> {
            Object constant = constants.get(text.string());
            if (constant == null) {
                throw text.wrong();
            }
            return constant;
        };
    }

    private static Form listForm(Form element) {
        return text -> {
            List<@Nullable Object> list = new ArrayList<>();
            text.take('[');
            if (text.skip(']')) {
                return list;
            }
            do {
                list.add(element.read(text));
            } while (text.skip(','));
            text.take(']');
            return list;
        };
    }

    private static Fen fen(CanonicalText text) {
        text.take('"');
        boolean negative = text.skip('-');
        long yuan = text.digits();
        text.take('.');
        long fen = Math.addExact(Math.multiplyExact(yuan, 100L), text.digits(2));
        text.take('"');
        return Fen.of(negative ? -fen : fen);
    }

    private static LocalDate date(CanonicalText text) {
        text.take('"');
        YearMonth month = yearAndMonth(text);
        text.take('-');
        int day = text.digits(2);
        text.take('"');
        return month.atDay(day);
    }

    private static YearMonth month(CanonicalText text) {
        text.take('"');
        YearMonth month = yearAndMonth(text);
        text.take('"');
        return month;
    }

    private static YearMonth yearAndMonth(CanonicalText text) {
        int year = text.digits(4);
        text.take('-');
        return YearMonth.of(year, text.digits(2));
    }
}
