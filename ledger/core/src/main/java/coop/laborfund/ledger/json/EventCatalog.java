package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LedgerEvent;
import coop.laborfund.ledger.event.MonthClosed;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every stored event's name and revision; a test holds the list against the sealed hierarchy. */
public final class EventCatalog {

    private static final List<EventType> TYPES = List.of(
            new EventType("FundOpened", 1, SetupEvent.FundOpened.class),
            new EventType("PolicySet", 1, SetupEvent.PolicySet.class),
            new EventType("HouseholdAdmitted", 1, SetupEvent.HouseholdAdmitted.class),
            new EventType("HouseholdChanged", 1, SetupEvent.HouseholdChanged.class),
            new EventType("HouseholdLeft", 1, SetupEvent.HouseholdLeft.class),
            new EventType("CompanyEnrolled", 1, SetupEvent.CompanyEnrolled.class),
            new EventType("SharesInvested", 1, ShareEvent.SharesInvested.class),
            new EventType("SharesWithdrawn", 1, ShareEvent.SharesWithdrawn.class),
            new EventType("SharesTransferred", 1, ShareEvent.SharesTransferred.class),
            new EventType("CapitalAdvanced", 1, AdvanceEvent.CapitalAdvanced.class),
            new EventType("AdvanceExtended", 1, AdvanceEvent.AdvanceExtended.class),
            new EventType("AdvanceRepaid", 1, AdvanceEvent.AdvanceRepaid.class),
            new EventType("ReturnReceived", 1, AdvanceEvent.ReturnReceived.class),
            new EventType("AdvanceWrittenOff", 1, AdvanceEvent.AdvanceWrittenOff.class),
            new EventType("WriteOffRecovered", 1, AdvanceEvent.WriteOffRecovered.class),
            new EventType("DepositReceived", 1, TreasuryEvent.DepositReceived.class),
            new EventType("DepositRefunded", 1, TreasuryEvent.DepositRefunded.class),
            new EventType("CollectiveIncomeRecorded", 1, TreasuryEvent.CollectiveIncomeRecorded.class),
            new EventType("CollectiveIncomeRemitted", 1, TreasuryEvent.CollectiveIncomeRemitted.class),
            new EventType("OtherIncomeReceived", 1, TreasuryEvent.OtherIncomeReceived.class),
            new EventType("ExpensePaid", 1, TreasuryEvent.ExpensePaid.class),
            new EventType("ReserveAppropriated", 1, TreasuryEvent.ReserveAppropriated.class),
            new EventType("ReserveFunded", 1, TreasuryEvent.ReserveFunded.class),
            new EventType("DividendDeclared", 1, DividendEvent.DividendDeclared.class),
            new EventType("DividendPaid", 1, DividendEvent.DividendPaid.class),
            new EventType("DividendPaymentReturned", 1, DividendEvent.DividendPaymentReturned.class),
            new EventType("GuaranteePaid", 1, GuaranteePaid.class),
            new EventType("MovementReversed", 1, MovementReversed.class),
            new EventType("MonthClosed", 1, MonthClosed.class),
            new EventType("WorkerRegistered", 1, LaborEvent.WorkerRegistered.class),
            new EventType("WorkerPlaced", 1, LaborEvent.WorkerPlaced.class),
            new EventType("PlacementEnded", 1, LaborEvent.PlacementEnded.class),
            new EventType("WageConfirmed", 1, LaborEvent.WageConfirmed.class),
            new EventType("TrainingCompleted", 1, LaborEvent.TrainingCompleted.class),
            new EventType("HouseholdIncomeRecorded", 1, LaborEvent.HouseholdIncomeRecorded.class));

    private static final Map<Class<?>, EventType> BY_CLASS =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));
    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private EventCatalog() {}

    /** All types, in the order of the contract's movements. */
    public static List<EventType> types() {
        return TYPES;
    }

    public static EventType of(LedgerEvent event) {
        EventType type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " has no name in the catalogue");
        }
        return type;
    }

    /** The type that the store calls by this name; empty where none is. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
