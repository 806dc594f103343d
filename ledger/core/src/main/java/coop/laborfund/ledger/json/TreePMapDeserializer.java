package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.Ids;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads the state's persistent maps: text keys are ids and in their order, all others in their natural one. */
final class TreePMapDeserializer extends ValueDeserializer<TreePMap<?, ?>> {

    /** The same map, of a type that Jackson knows. */
    private final @Nullable JavaType plain;

    TreePMapDeserializer() {
        this(null);
    }

    private TreePMapDeserializer(@Nullable JavaType plain) {
        this.plain = plain;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        JavaType type = context.getContextualType();
        return new TreePMapDeserializer(context.getTypeFactory()
                .constructMapType(LinkedHashMap.class, type.getKeyType(), type.getContentType()));
    }

    @Override
    public TreePMap<?, ?> deserialize(JsonParser json, DeserializationContext context) {
        if (plain == null) {
            throw new IllegalStateException("a map's type is known from its property");
        }
        Map<Object, Object> read = context.readValue(json, plain);
        return TreePMap.from(order(plain.getKeyType()), read);
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> order(JavaType key) {
        return (Comparator<Object>)
                (Comparator<?>) (key.hasRawClass(String.class) ? Ids.ORDER : Comparator.naturalOrder());
    }
}
