package coop.laborfund.ledger.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.math.BigInteger;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The mapper behind everything stored. What it writes is canonical JSON of RFC 8785 as it stands: keys sorted, no spaces, whole
 * numbers alone, only those characters escaped that must be. So the same event is always the same bytes, for any program.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static JsonMapper.Builder mapper(SimpleModule module) {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
        return JsonMapper.builder(factory)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                // A field too many or too few is a form that nobody wrote an upcaster for: say so instead of guessing.
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Components alone: what a record computes from them is not a part of it.
                .changeDefaultVisibility(visible -> visible.withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .addModule(text(module, Fen.class, Fen::toString, Fen::ofYuan))
                .addModule(text(new SimpleModule("rate"), Rate.class, Rate::toString, Rate::ofPercent))
                // As a number it may be larger than other programs read exactly.
                .addModule(text(new SimpleModule("whole"), BigInteger.class, BigInteger::toString, BigInteger::new));
    }

    /** The module with a value type that is written as one string. */
    private static <T> SimpleModule text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        return module.addSerializer(type, new ValueSerializer<T>() {
                    @Override
                    public void serialize(T value, JsonGenerator json, SerializationContext context) {
                        json.writeString(write.apply(value));
                    }
                })
                .addDeserializer(type, new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser json, DeserializationContext context) {
                        return read.apply(json.getString());
                    }
                });
    }
}
