package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Households and companies of the fund.
 *
 * @param companies the day each company was enrolled
 */
public record Members(TreePMap<String, Household> households, TreePMap<String, LocalDate> companies) {

    static final Members EMPTY = new Members(Maps.byId(), Maps.byId());

    /**
     * A household once admitted; one that left keeps its id for ever.
     *
     * @param left the business date of its leaving; null while it is a member
     */
    public record Household(LocalDate admitted, @Nullable LocalDate left) {

        boolean hasLeft() {
            return left != null;
        }

        /** Whether it had left before a year began; then nothing of that year is its any more. */
        boolean hadLeftBefore(int year) {
            return left != null && left.getYear() < year;
        }
    }

    Members evolve(FundEvent event) {
        return switch (event) {
            case SetupEvent e -> evolve(e);
            case ShareEvent e -> this;
            case AdvanceEvent e -> this;
            case TreasuryEvent e -> this;
            case DividendEvent e -> this;
            case GuaranteePaid e -> this;
            case LaborEvent e -> this;
            case MovementReversed e -> this;
            case PeriodEvent e -> this;
            case StatementEvent e -> this;
        };
    }

    private Members evolve(SetupEvent event) {
        return switch (event) {
            case FundOpened e -> this;
            case PolicySet e -> this;
            case HouseholdAdmitted e ->
                new Members(households.plus(e.household(), new Household(e.date(), null)), companies);
            case HouseholdChanged e -> this;
            case HouseholdLeft e ->
                new Members(
                        households.plus(
                                e.household(),
                                new Household(
                                        Maps.known(households, e.household()).admitted(), e.date())),
                        companies);
            case CompanyEnrolled e -> new Members(households, companies.plus(e.company(), e.date()));
        };
    }
}
