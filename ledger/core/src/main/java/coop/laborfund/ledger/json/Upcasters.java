package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareSource;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * From version 1 of the contract to version 2: what was recorded under the first is marked, so that it keeps its entry, and gets
 * what the second asks beside, as it counted then.
 */
final class Upcasters {

    private static final String OWN = "own";
    private static final String NOTHING = "0.00";

    static final List<EventUpcaster> ALL = List.of(
            // All shares counted alike, and so as what the scheme is about.
            second("SharesInvested", event -> event.put("source", ShareSource.INDUSTRY_FUND.name())),
            second("SharesWithdrawn", event -> event.put(OWN, NOTHING)),
            second("SharesTransferred", event -> event.put(OWN, NOTHING)),
            second("CollectiveIncomeRecorded", Upcasters::mark),
            second("ExpensePaid", Upcasters::mark),
            second("ReserveAppropriated", Upcasters::mark),
            second("ReserveFunded", event -> {
                event.put("source", "FISCAL");
                mark(event);
            }),
            second("DividendDeclared", event -> {
                event.putNull("basis");
                mark(event);
            }),
            second("GuaranteePaid", event -> {
                event.putNull("reserve");
                event.putNull("resolution");
                mark(event);
            }),
            second("MonthClosed", event -> {
                event.put("distributed", NOTHING);
                mark(event);
            }));

    private Upcasters() {}

    private static EventUpcaster second(String type, Consumer<ObjectNode> change) {
        return new EventUpcaster(type, 1, event -> {
            change.accept(event);
            return event;
        });
    }

    private static void mark(ObjectNode event) {
        event.put("rules", Rules.V1.name());
    }
}
