package coop.laborfund.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** As if the source of share money had come with revision 2, and revision 1 had called the household a member before that. */
class UpcasterChainTest {

    private static final List<EventType> TYPES = EventCatalog.types().stream()
            .map(type -> new EventType(type.name(), type.name().equals("SharesInvested") ? 3 : 1, type.eventClass()))
            .toList();

    private static final EventUpcaster RENAMED = new EventUpcaster("SharesInvested", 1, payload -> {
        payload.set("household", payload.required("member"));
        payload.remove("member");
        return payload;
    });
    private static final EventUpcaster WITH_SOURCE =
            new EventUpcaster("SharesInvested", 2, payload -> payload.put("source", "OWN"));

    private static final String VOUCHER =
            "\"voucher\":{\"date\":\"2024-03-15\",\"fund\":\"F1\",\"memo\":\"\",\"ref\":\"%s\"}";
    private static final String REVISION_1 =
            "{\"amount\":\"5000.00\",\"member\":\"H001\"," + VOUCHER.formatted("V1") + "}";

    private static final FundEvent TODAY = new SharesInvested(
            new Voucher("F1", "V1", LocalDate.of(2024, 3, 15), ""), "H001", Fen.ofYuan("5000"), ShareSource.OWN);

    private final EventJson json = new EventJson(new UpcasterChain(TYPES, List.of(WITH_SOURCE, RENAMED)));

    @Test
    void readsOlderRevisions() {
        assertThat(json.read(1, "SharesInvested", 1, REVISION_1)).isEqualTo(TODAY);
        assertThat(json.read(1, "SharesInvested", 2, REVISION_1.replace("member", "household")))
                .isEqualTo(TODAY);
    }

    @Test
    void readsAnOlderRevisionWithinAReversal() {
        String reversal = "{\"original\":{\"payload\":" + REVISION_1 + ",\"revision\":1,\"type\":\"SharesInvested\"},"
                + VOUCHER.formatted("V2") + "}";

        assertThat(json.read(2, "MovementReversed", 1, reversal))
                .isEqualTo(new MovementReversed(new Voucher("F1", "V2", LocalDate.of(2024, 3, 15), ""), TODAY));
    }

    @Test
    void namesAnUnknownRevisionWithinAReversal() {
        String reversal = "{\"original\":{\"payload\":{},\"revision\":9,\"type\":\"SharesInvested\"},"
                + VOUCHER.formatted("V2") + "}";

        assertThatThrownBy(() -> json.read(7, "MovementReversed", 1, reversal))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContainingAll("7", "MovementReversed", "SharesInvested", "revision 9");
    }

    @Test
    void refusesChainsWithGapsDoublesOrLooseEnds() {
        UnaryOperator<ObjectNode> same = UnaryOperator.identity();
        assertThatThrownBy(() -> new UpcasterChain(TYPES, List.of(RENAMED))).hasMessageContaining("SharesInvested");
        assertThatThrownBy(() -> new UpcasterChain(TYPES, List.of(RENAMED, RENAMED, WITH_SOURCE)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new UpcasterChain(
                        TYPES, List.of(RENAMED, WITH_SOURCE, new EventUpcaster("SharesInvested", 3, same))))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> new UpcasterChain(List.of(new EventUpcaster("Nothing", 1, same))))
                .hasMessageContaining("Nothing");
    }
}
