package coop.laborfund.api.proof;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.json.EventJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Heads as canonical JSON (RFC 8785), and back from any of the files that hold some. */
final class HeadJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private HeadJson() {}

    static String write(Head head) {
        return "{\"events\":" + head.events()
                + ",\"fund\":" + EventJson.quote(head.fund())
                + ",\"hash\":\"" + head.hash()
                + "\",\"position\":" + head.position()
                + ",\"recordedAt\":\"" + EventChain.instant(head.recordedAt()) + '"'
                + (head.simulatedClock() ? ",\"simulatedClock\":true}" : "}");
    }

    static String write(List<Head> heads) {
        return heads.stream().map(HeadJson::write).collect(Collectors.joining(",", "[", "]"));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no JSON", noJson);
        }
    }

    /** @throws IllegalArgumentException where it is no head */
    static Head head(JsonNode node) {
        String hash = text(node, "hash");
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash: " + hash);
        }
        try {
            return new Head(
                    text(node, "fund"),
                    number(node, "events"),
                    number(node, "position"),
                    hash,
                    Instant.parse(text(node, "recordedAt")),
                    node.path("simulatedClock").asBoolean(false));
        } catch (DateTimeException noInstant) {
            throw new IllegalArgumentException(noInstant);
        }
    }

    /** @throws IllegalArgumentException where it is no list of heads */
    static List<Head> heads(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("no list of heads");
        }
        List<Head> heads = new ArrayList<>();
        array.forEach(each -> heads.add(head(each)));
        return heads;
    }

    /** Those in a {@code head.json}, a signed list or the output of {@code heads --json}. */
    static List<Head> anyHeads(JsonNode node) {
        if (node.isArray()) {
            return heads(node);
        }
        if (node.path("head").isObject()) {
            return List.of(head(node.path("head")));
        }
        return heads(node.path("seal").path("heads"));
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.stringValue();
    }

    static long number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.longValue();
    }
}
