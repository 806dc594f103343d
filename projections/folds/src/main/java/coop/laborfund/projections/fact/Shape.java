package coop.laborfund.projections.fact;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a fact record stands in a table: the table bears the record's name, and its columns are the components of
 * {@link Head} followed by the record's own, all in snake case. One rule for twenty tables, so that a row is written
 * and read in one place each; a test holds it against the migrations.
 */
public final class Shape<F extends Fact> {

    /**
     * A column.
     *
     * @param type the component's type in Java
     */
    public record Column(String name, Class<?> type) {}

    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return new Shape<>(type.asSubclass(Fact.class));
        }
    };

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private static final Components<Head> HEAD = Components.of(Head.class);

    private final String table;
    private final List<Column> columns;
    private final Components<F> own;

    private Shape(Class<F> type) {
        table = snakeCase(type.getSimpleName());
        own = Components.of(type);
        columns = Stream.concat(HEAD.columns().stream(), own.columns().stream().skip(1))
                .toList();
    }

    /** The shape of a record whose first component is its {@link Head}. */
    @SuppressWarnings("unchecked") // SHAPES keeps under a class what was made from it.
    public static <F extends Fact> Shape<F> of(Class<F> type) {
        return (Shape<F>) SHAPES.get(type);
    }

    public String table() {
        return table;
    }

    /** The columns in the order of {@link #values} and {@link #make}. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether a movement may have several rows, told apart by their line. */
    public boolean hasLines() {
        return columns.stream().anyMatch(column -> column.name.equals("line"));
    }

    /** A fact's values, a column each. */
    public static @Nullable Object[] values(Fact fact) {
        Shape<?> shape = SHAPES.get(fact.getClass());
        @Nullable Object[] values = new @Nullable Object[shape.columns.size()];
        int heads = HEAD.read(fact.head(), 0, values, 0);
        shape.own.read(fact, 1, values, heads);
        return values;
    }

    /** The fact that has these values. */
    public F make(@Nullable Object[] values) {
        int heads = HEAD.columns().size();
        @Nullable Object[] components = Arrays.copyOfRange(values, heads - 1, values.length);
        components[0] = HEAD.make(Arrays.copyOf(values, heads));
        return own.make(components);
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The components of a record, looked up once. */
    private record Components<R>(
            List<Column> columns, List<Function<Object, @Nullable Object>> accessors, Constructor<R> constructor) {

        static <R> Components<R> of(Class<R> type) {
            RecordComponent[] components = type.getRecordComponents();
            List<Column> columns = Arrays.stream(components)
                    .map(component -> new Column(snakeCase(component.getName()), component.getType()))
                    .toList();
            List<Function<Object, @Nullable Object>> accessors =
                    Arrays.stream(components).map(Components::accessor).toList();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Components<>(columns, accessors, type.getConstructor(types));
            } catch (NoSuchMethodException notPublic) {
                throw new IllegalStateException("a fact is a public record: " + type, notPublic);
            }
        }

        /** The accessor as compiled code would call it: a rebuild reads some ten million values by them. */
        @SuppressWarnings("unchecked") // The factory makes the interface that it is asked for.
        private static Function<Object, @Nullable Object> accessor(RecordComponent component) {
            try {
                MethodHandle accessor = LOOKUP.unreflect(component.getAccessor());
                return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                                LOOKUP,
                                "apply",
                                MethodType.methodType(Function.class),
                                MethodType.methodType(Object.class, Object.class),
                                accessor,
                                accessor.type().wrap())
                        .getTarget()
                        .invoke();
            } catch (Throwable notPublic) {
                throw new IllegalStateException("a fact is a public record: " + component, notPublic);
            }
        }

        /** Reads the components from the one numbered {@code first} on, and answers where the next value goes. */
        int read(Object row, int first, @Nullable Object[] into, int at) {
            int next = at;
            for (int i = first; i < accessors.size(); i++) {
                into[next++] = accessors.get(i).apply(row);
            }
            return next;
        }

        R make(@Nullable Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException malformed) {
                throw new IllegalStateException("no fact has the values " + Arrays.toString(values), malformed);
            }
        }
    }
}
