package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.LedgerEvent;
import coop.laborfund.ledger.event.MovementReversed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Events as canonical JSON (RFC 8785): money as yuan ({@code "5000.00"}), rates as percent ({@code "6"}), dates and months in
 * ISO form, words by their code, absent values as {@code null}. The original within a reversal is
 * {@code {"payload":…,"revision":1,"type":"SharesInvested"}}.
 */
public final class EventJson {

    private static final String SAYS_TAKEOVER = member(Circumstances.TAKEOVER);
    private static final String SAYS_CLOCK = member(Circumstances.CLOCK);
    private static final String SAYS_WHO_TRUSTED_IT = member(Circumstances.CLOCK_TRUSTED_BY);

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private static final JsonMapper PLAIN =
            CanonicalJson.mapper(new SimpleModule("plain")).build();

    private final UpcasterChain upcasters;
    private final JsonMapper mapper;

    public EventJson() {
        this(UpcasterChain.CURRENT);
    }

    public EventJson(UpcasterChain upcasters) {
        this.upcasters = upcasters;
        SimpleModule originals =
                new SimpleModule("originals").addDeserializer(FundEvent.class, new OriginalDeserializer());
        this.mapper = CanonicalJson.mapper(originals)
                .addMixIn(MovementReversed.class, WithOriginal.class)
                .build();
    }

    /** The event's canonical text; its name and revision are {@link EventCatalog#of}'s. */
    public String write(LedgerEvent event) {
        return mapper.writeValueAsString(event);
    }

    /** A fund's event from what was stored, as {@link #read(Class, long, String, int, String)}. */
    public FundEvent read(long position, String type, int revision, String payload) {
        return read(FundEvent.class, position, type, revision, payload);
    }

    /**
     * An event from what was stored, of this or an older revision.
     *
     * @param kind what the events of its kind of stream are
     * @param position where it stands in the history, for the error
     * @throws UnreadableEventException naming type, revision and position
     */
    public <E extends LedgerEvent> E read(Class<E> kind, long position, String type, int revision, String payload) {
        try {
            return upcasters.isCurrent(type, revision)
                    ? mapper.readValue(payload, classOf(kind, type, revision))
                    : decode(kind, type, revision, mapper.readTree(payload));
        } catch (JacksonException | UnreadableEventException | IllegalArgumentException | ArithmeticException damaged) {
            throw UnreadableEventException.at(position, type, revision, damaged);
        }
    }

    /** Likewise, from UTF-8 that stands in a longer text. */
    FundEvent read(long position, String type, int revision, byte[] text, int from, int length) {
        return read(position, type, revision, new String(text, from, length, StandardCharsets.UTF_8));
    }

    /** Whether a payload of this type and revision needs no upcasting. */
    boolean isCurrent(String type, int revision) {
        return upcasters.isCurrent(type, revision);
    }

    /** A text as a canonical JSON string. */
    public static String quote(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                return PLAIN.writeValueAsString(text);
            }
        }
        return '"' + text + '"';
    }

    /** What stands beside an event, as canonical text; in natural order, which is RFC 8785's: that of UTF-16 code units. */
    public String writeMetadata(SortedMap<String, String> metadata) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        metadata.forEach((key, value) -> json.add(quote(key) + ':' + quote(value)));
        return json.toString();
    }

    /** What the metadata of an event says of how it came to be recorded. Of most it says nothing, and those are not parsed. */
    public Circumstances circumstances(String metadata) {
        return metadata.contains(SAYS_TAKEOVER)
                        || metadata.contains(SAYS_CLOCK)
                        || metadata.contains(SAYS_WHO_TRUSTED_IT)
                ? Circumstances.of(readMetadata(metadata))
                : Circumstances.USUAL;
    }

    /** How canonical JSON begins a member of this name; within a string its quotes would be escaped. */
    private static String member(String name) {
        return '"' + name + "\":";
    }

    public Map<String, String> readMetadata(String metadata) {
        return mapper.readValue(metadata, METADATA);
    }

    private <E extends LedgerEvent> E decode(Class<E> kind, String type, int revision, JsonNode payload) {
        return mapper.treeToValue(upcasters.upcast(type, revision, payload.asObject()), classOf(kind, type, revision));
    }

    private static <E extends LedgerEvent> Class<? extends E> classOf(Class<E> kind, String type, int revision) {
        return EventCatalog.named(type)
                .map(EventType::eventClass)
                .filter(kind::isAssignableFrom)
                .orElseThrow(() -> UnreadableEventException.unknown(type, revision))
                .asSubclass(kind);
    }

    /** Tells Jackson how a reversal's original is written, without an annotation in the domain. */
    @SuppressWarnings("unused")
    private abstract static class WithOriginal {
        @JsonSerialize(using = OriginalSerializer.class)
        abstract FundEvent original();
    }

    /** An event within another bears its own name and revision, and is upcast by them. */
    private static final class OriginalSerializer extends ValueSerializer<FundEvent> {
        @Override
        public void serialize(FundEvent original, JsonGenerator json, SerializationContext context) {
            EventType type = EventCatalog.of(original);
            json.writeStartObject();
            json.writeName("payload");
            context.writeValue(json, original);
            json.writeNumberProperty("revision", type.revision());
            json.writeStringProperty("type", type.name());
            json.writeEndObject();
        }
    }

    private final class OriginalDeserializer extends ValueDeserializer<FundEvent> {
        @Override
        public FundEvent deserialize(JsonParser json, DeserializationContext context) {
            JsonNode original = context.readTree(json);
            return decode(
                    FundEvent.class,
                    original.required("type").stringValue(),
                    original.required("revision").intValue(),
                    original.required("payload"));
        }
    }
}
