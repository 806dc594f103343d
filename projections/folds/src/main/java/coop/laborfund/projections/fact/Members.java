package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The fund, its policy values, its households and companies. None of these movements can be reversed. */
public final class Members implements Projection {

    /**
     * The fund was set up.
     *
     * @param simulatedClock whether its history's instants are invented, as a sample's are
     */
    public record FundOpening(Head head, String name, String village, boolean simulatedClock) implements Fact {}

    /**
     * A policy value that holds from the head's date on.
     *
     * @param line its place among the movement's values, from 0
     * @param key the written key, {@code incomeLine.2024} for one
     * @param value its canonical text
     */
    public record PolicyValue(Head head, int line, String key, String value) implements Fact {

        /** Which of two values of a key holds: the one with the later date; of one day, the later recorded. */
        public static PolicyValue later(PolicyValue recordedBefore, PolicyValue recordedAfter) {
            return recordedAfter.date().isBefore(recordedBefore.date()) ? recordedBefore : recordedAfter;
        }
    }

    /** A household joined with so many people. */
    public record Admission(Head head, String household, int size) implements Fact {}

    /** A household has another number of people. */
    public record SizeChange(Head head, String household, int size) implements Fact {

        /** Which of two changes holds: the one with the later date; of one day, the later recorded. */
        public static SizeChange later(SizeChange recordedBefore, SizeChange recordedAfter) {
            return recordedAfter.date().isBefore(recordedBefore.date()) ? recordedBefore : recordedAfter;
        }
    }

    /** A household left. */
    public record Departure(Head head, String household) implements Fact {}

    /** A company was enrolled. */
    public record Company(Head head, String company, String name) implements Fact {}

    @Override
    public String name() {
        return "members";
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(
                FundOpening.class,
                PolicyValue.class,
                Admission.class,
                SizeChange.class,
                Departure.class,
                Company.class);
    }

    @Override
    public List<Class<? extends FundEvent>> events() {
        return List.of(SetupEvent.class);
    }

    @Override
    public List<Fact> rows(RecordedEvent recorded) {
        Head head = Head.of(recorded);
        FundEvent event = recorded.event();
        return switch (event) {
            case SetupEvent e -> setup(head, recorded.circumstances(), e);
            case ShareEvent e -> List.of();
            case AdvanceEvent e -> List.of();
            case TreasuryEvent e -> List.of();
            case DividendEvent e -> List.of();
            case GuaranteePaid e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static List<Fact> setup(Head head, Circumstances circumstances, SetupEvent event) {
        return switch (event) {
            case FundOpened e -> {
                List<Fact> rows = policy(head, e.policy());
                rows.add(new FundOpening(head, e.name(), e.village(), circumstances.simulatedClock()));
                yield rows;
            }
            case PolicySet e -> policy(head, e.policy());
            case HouseholdAdmitted e -> List.of(new Admission(head, e.household(), e.size()));
            case HouseholdChanged e -> List.of(new SizeChange(head, e.household(), e.size()));
            case HouseholdLeft e -> List.of(new Departure(head, e.household()));
            case CompanyEnrolled e -> List.of(new Company(head, e.company(), e.name()));
        };
    }

    private static List<Fact> policy(Head head, SortedMap<String, String> values) {
        List<Fact> rows = new ArrayList<>();
        values.forEach((key, value) -> rows.add(new PolicyValue(head, rows.size(), key, value)));
        return rows;
    }
}
