package coop.laborfund.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Postings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

    private final EventJson json = new EventJson();

    @Test
    void theCatalogueKnowsEveryEventOfTheSealedHierarchyOnce() {
        List<Class<?>> named = EventCatalog.types().stream()
                .<Class<?>>map(EventType::eventClass)
                .toList();
        assertThat(named)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(leaves(FundEvent.class).toList());
        assertThat(EventCatalog.types()).extracting(EventType::name).doesNotHaveDuplicates();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJsonTest::leaves)
                : Stream.of(type);
    }

    static List<FundEvent> samples() {
        return SampleEvents.ALL;
    }

    @Test
    void thereIsASampleOfEveryType() {
        assertThat(SampleEvents.ALL).extracting(event -> EventCatalog.of(event)).isEqualTo(EventCatalog.types());
    }

    /** A golden file never changes: where this fails, give the event a new revision, an upcaster and a file more. */
    @ParameterizedTest
    @MethodSource("samples")
    void writesAndReadsItsGoldenFile(FundEvent event) throws Exception {
        EventType type = EventCatalog.of(event);
        String golden = golden(fileOf(event));

        assertThat(json.write(event)).isEqualTo(golden);
        assertThat(json.read(1, type.name(), type.revision(), golden)).isEqualTo(event);
    }

    @Test
    void readsTheGoldenFileOfEveryOlderRevision() throws Exception {
        for (EventType type : EventCatalog.types()) {
            for (int revision = 1; revision < type.revision(); revision++) {
                assertThat(json.read(1, type.name(), revision, golden(type.name() + "-" + revision)))
                        .isInstanceOf(type.eventClass());
            }
        }
    }

    /** What a reversal holds has a revision of its own. */
    private static String fileOf(FundEvent event) {
        EventType type = EventCatalog.of(event);
        String file = type.name() + "-" + type.revision();
        return event instanceof MovementReversed reversal ? file + "-of-" + fileOf(reversal.original()) : file;
    }

    @Test
    void whatWasRecordedUnderVersion1KeepsItsEntry() throws Exception {
        Map<String, List<String>> entries = Map.of(
                "ExpensePaid", List.of("522", "102"),
                "ReserveAppropriated", List.of("332", "322:risk"),
                "ReserveFunded", List.of("102", "322:risk"),
                "DividendDeclared", List.of("332", "222:H001", "222:H002"),
                "MonthClosed", List.of("511:C001", "522", "331", "331", "332"));
        for (Map.Entry<String, List<String>> entry : entries.entrySet()) {
            FundEvent event = json.read(1, entry.getKey(), 1, golden(entry.getKey() + "-1"));
            FundEvent reversed = json.read(
                    1,
                    "MovementReversed",
                    1,
                    "{\"original\":{\"payload\":%s,\"revision\":1,\"type\":\"%s\"},\"voucher\":{\"date\":\"2025-03-15\",\"fund\":\"F001\",\"memo\":\"\",\"ref\":\"R1\"}}"
                            .formatted(golden(entry.getKey() + "-1"), entry.getKey()));

            assertThat(accounts(event)).isEqualTo(entry.getValue());
            assertThat(accounts(reversed)).isEqualTo(entry.getValue());
        }
    }

    private static List<String> accounts(FundEvent event) {
        return Postings.of(event).lines().stream()
                .map(line -> ChartOfAccounts.code(line.account()) + (line.sub().isEmpty() ? "" : ":" + line.sub()))
                .toList();
    }

    @Test
    void sharesOfVersion1CountAsIndustrialDevelopmentFunds() throws Exception {
        assertThat(json.read(1, "MovementReversed", 1, golden("MovementReversed-1")))
                .extracting(event -> ((MovementReversed) event).original())
                .extracting("source")
                .isEqualTo(ShareSource.INDUSTRY_FUND);
    }

    private static String golden(String file) throws IOException, URISyntaxException {
        String path = "/golden/%s.json".formatted(file);
        URL found = Objects.requireNonNull(EventJsonTest.class.getResource(path), path);
        return Files.readString(Path.of(found.toURI())).strip();
    }

    @Test
    void anyEventComesBackAsItWas() {
        long seed = new Random().nextLong();
        RandomEvents events = new RandomEvents(seed);
        for (int i = 0; i < 5_000; i++) {
            FundEvent event = events.next();
            EventType type = EventCatalog.of(event);
            String text = json.write(event);

            assertThat(json.read(1, type.name(), type.revision(), text))
                    .as("seed %d", seed)
                    .isEqualTo(event);
            assertThat(text).as("seed %d", seed).isEqualTo(canonical(text));
        }
    }

    /** RFC 8785 once more, by hand, for what events consist of: objects, arrays, strings, whole numbers and null. */
    private static String canonical(String text) {
        StringBuilder out = new StringBuilder();
        canonical(new JsonMapper().readTree(text), out);
        return out.toString();
    }

    private static void canonical(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            List<String> keys = new ArrayList<>(node.propertyNames());
            keys.sort(null);
            out.append('{');
            for (String key : keys) {
                out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
                canonical(key, out);
                out.append(':');
                canonical(node.get(key), out);
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                canonical(node.get(i), out);
            }
            out.append(']');
        } else if (node.isString()) {
            canonical(node.stringValue(), out);
        } else {
            out.append(node);
        }
    }

    private static void canonical(String text, StringBuilder out) {
        out.append('"');
        Map<Character, String> escapes =
                Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t", '\b', "\\b", '\f', "\\f");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(escapes.getOrDefault(c, c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c)));
        }
        out.append('"');
    }

    @Test
    void saysWhichEventItCannotRead() {
        assertThatThrownBy(() -> json.read(42, "SharesForgotten", 1, "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContainingAll("42", "SharesForgotten", "revision 1");
        assertThatThrownBy(() -> json.read(43, "HouseholdLeft", 2, "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContainingAll("43", "HouseholdLeft", "revision 2");
        assertThatThrownBy(() -> json.read(44, "HouseholdLeft", 1, "{\"household\":\"H001\"}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContainingAll("44", "HouseholdLeft", "voucher");
        assertThatThrownBy(() -> json.read(45, "HouseholdLeft", 1, "{"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("45");
    }

    @Test
    void metadataIsAnObjectOfStrings() {
        assertThat(json.writeMetadata(new TreeMap<>(Map.of("digest", "00ff", "by", "会计"))))
                .isEqualTo("{\"by\":\"会计\",\"digest\":\"00ff\"}");
        assertThat(json.readMetadata("{\"digest\":\"00ff\"}")).containsExactly(Map.entry("digest", "00ff"));
    }
}
