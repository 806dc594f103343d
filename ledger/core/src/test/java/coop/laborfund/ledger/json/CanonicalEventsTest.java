package coop.laborfund.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, it reads the same as Jackson. */
class CanonicalEventsTest {

    private final EventJson json = new EventJson();
    private final CanonicalEvents events = new CanonicalEvents(json);
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final RandomEvents randomEvents = new RandomEvents(seed);

    @Test
    void everyTypeHasAFormOfItsOwnButThoseWithAMapOrAnotherEvent() {
        assertThat(EventCatalog.types().stream()
                        .map(EventType::eventClass)
                        .filter(type -> CanonicalRecord.of(type).isEmpty()))
                .containsExactlyInAnyOrder(FundOpened.class, PolicySet.class, MovementReversed.class);
    }

    @Test
    void whatWasWrittenIsReadWithoutJackson() {
        for (FundEvent event : SampleEvents.ALL) {
            byte[] text = json.write(event).getBytes(StandardCharsets.UTF_8);
            CanonicalRecord.of(event.getClass())
                    .ifPresent(form -> assertThat(form.read(new CanonicalText(text, 0, text.length)))
                            .isEqualTo(event));
        }
    }

    @Test
    void anyEventIsReadInTheMiddleOfALongerText() {
        for (int i = 0; i < 5_000; i++) {
            FundEvent event = randomEvents.next();
            EventType type = EventCatalog.of(event);
            byte[] text = ("{" + json.write(event) + "}").getBytes(StandardCharsets.UTF_8);

            assertThat(events.read(1, type.name(), type.revision(), text, 1, text.length - 2))
                    .as("seed %d", seed)
                    .isEqualTo(event);
        }
    }

    @Test
    void whateverWasDoneToATextBothReadTheSame() {
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            FundEvent event = randomEvents.next();
            EventType type = EventCatalog.of(event);
            String text = mutated(json.write(event));

            Object fast = outcome(() -> events.read(1, type.name(), type.revision(), utf8(text)));
            Object slow = outcome(() -> json.read(1, type.name(), type.revision(), text));

            assertThat(fast).as("seed %d, %s", seed, text).isEqualTo(slow);
            read += fast instanceof FundEvent ? 1 : 0;
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Reading {
        FundEvent read();
    }

    private static Object outcome(Reading reading) {
        try {
            return reading.read();
        } catch (UnreadableEventException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    /** A piece of it exchanged, doubled, removed or replaced by what JSON or an amount is made of. */
    private String mutated(String text) {
        int[] points = text.codePoints().toArray();
        int at = random.nextInt(points.length);
        int length = Math.min(points.length - at, 1 + random.nextInt(3));
        int[] piece = Arrays.copyOfRange(points, at, at + length);
        String before = new String(points, 0, at);
        String same = new String(piece, 0, length);
        String after = new String(points, at + length, points.length - at - length);
        String letters = "\"\\{}[]:,.-+ 0123456789nultrefas\n户";
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + same + same + after;
            case 2 -> before + letters.charAt(random.nextInt(letters.length())) + after;
            default -> before + letters.charAt(random.nextInt(letters.length())) + same + after;
        };
    }
}
