package coop.laborfund.api.answer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import coop.laborfund.ledger.store.StoredEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HexFormat;

/**
 * An event of the history, as it is stored.
 *
 * @param sequence its number among its fund's events, from 0
 * @param payload the event itself, JSON
 */
public record EventAnswer(
        long position,
        String fund,
        long sequence,
        String type,
        int revision,
        String recordedAt,
        String recordedBy,

        @JsonRawValue @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        String payload,

        String previousHash,
        String hash) {

    public static EventAnswer of(StoredEvent event) {
        return new EventAnswer(
                event.position(),
                event.fund(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.recordedAt().toString(),
                event.recordedBy(),
                event.payload(),
                HexFormat.of().formatHex(event.previousHash()),
                HexFormat.of().formatHex(event.hash()));
    }
}
