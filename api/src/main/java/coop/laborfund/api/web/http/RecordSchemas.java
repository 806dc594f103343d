package coop.laborfund.api.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document what the records' types say: a component is always answered, unless it may be null, which is then
 * either written as null or left out, or has an annotation of its own that says when it is left out.
 */
final class RecordSchemas {

    private final Components components;
    private final Set<Class<?>> done = new HashSet<>();

    RecordSchemas(OpenAPI document) {
        components = document.getComponents();
    }

    /** A record, and those that it is made of. */
    void complete(Type type) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(this::complete);
        } else if (type instanceof Class<?> record && record.isRecord() && done.add(record)) {
            complete(record, components.getSchemas().get(record.getSimpleName()));
        }
    }

    private void complete(Class<?> record, @Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        JsonInclude included = record.getAnnotation(JsonInclude.class);
        boolean leftOut = included != null && included.value() == JsonInclude.Include.NON_NULL;
        for (RecordComponent component : record.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
            if (own == null && !(nullable && leftOut)) {
                schema.addRequiredItem(component.getName());
            }
            if (nullable && !leftOut && own == null) {
                allowNull(Objects.requireNonNull(schema.getProperties().get(component.getName())));
            }
            complete(component.getGenericType());
        }
    }

    private static void allowNull(Schema<?> property) {
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add("null");
        property.setTypes(types);
    }
}
