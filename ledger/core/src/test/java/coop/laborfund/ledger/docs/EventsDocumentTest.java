package coop.laborfund.ledger.docs;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.json.EventCatalog;
import coop.laborfund.ledger.json.EventType;
import coop.laborfund.ledger.json.SampleEvents;
import coop.laborfund.ledger.movement.MovementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code EVENTS.md} says what the code says. */
class EventsDocumentTest {

    private static final GeneratedFile FILE = new GeneratedFile(Path.of("../EVENTS.md"), EventsDocumentTest.class);
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void saysWhatTheCodeSays() throws IOException {
        FILE.holds(document());
    }

    private static String document() {
        return """
                # 事件 · Events

                %s
                历史里的每一种事件：固定的名字、版本、字段、所作的分录，各带一个虚构的例子。名字和版本永不改变；字段只增不改，要改就出新版本。
                Every event of the history: its stable name and revision, its fields, the entry that it makes, and an invented
                example. Names and revisions stay for ever; a field is added, never changed without a new revision.

                ## 各事件共有的部分 · Parts of events

                %s%s""".formatted(
                FILE.notice(),
                EventFields.parts(),
                EventCatalog.types().stream().map(EventsDocumentTest::section).collect(Collectors.joining("\n")));
    }

    private static String section(EventType type) {
        FundEvent sample = sample(type);
        return "## %s · %s\n\n`%s` · 版本 revision %d · %s\n\n%s\n**分录 entry**\n\n%s\n```json\n%s\n```\n"
                .formatted(
                        MovementType.of(sample).chinese(),
                        type.name(),
                        MovementType.of(sample),
                        type.revision(),
                        RecordSource.of(type.eventClass()).sentence(),
                        EventFields.table(type.eventClass()),
                        EventEntries.of(sample).strip() + "\n",
                        golden(type));
    }

    private static FundEvent sample(EventType type) {
        return SampleEvents.ALL.stream()
                .filter(event -> event.getClass() == type.eventClass())
                .findFirst()
                .orElseThrow();
    }

    private static String golden(EventType type) {
        try {
            return Files.readString(GOLDEN.resolve(type.name() + "-" + type.revision() + ".json"))
                    .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
