package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What two rows of money have in common that differ in nothing but their refs and memos, as an import's warning {@code LOOKS_DOUBLE}
 * has it.
 *
 * @param told what the row says beside type, date and amount
 */
record Content(MovementType type, LocalDate date, Fen amount, List<Object> told) {

    static Content of(FundEvent event) {
        return new Content(MovementType.of(event), event.date(), event.amount(), told(event));
    }

    private static List<Object> told(FundEvent event) {
        return switch (event) {
            case ShareEvent e -> shares(e);
            case AdvanceEvent e -> advance(e);
            case TreasuryEvent e -> treasury(e);
            case DividendEvent e -> dividend(e);
            case GuaranteePaid e ->
                Arrays.asList(e.guarantee(), e.payer(), e.year(), e.advance(), e.household(), e.company());
            case SetupEvent e -> List.of();
            case LaborEvent e -> List.of();
            case MovementReversed e -> List.of();
            case PeriodEvent e -> List.of();
            case StatementEvent e -> List.of();
        };
    }

    private static List<Object> shares(ShareEvent event) {
        return switch (event) {
            case SharesInvested e -> List.of(e.household(), e.source());
            case SharesWithdrawn e -> List.of(e.household(), e.own());
            case SharesTransferred e -> List.of(e.from(), e.to(), e.own());
            case LossAllocated e -> List.of(e.source(), e.resolution());
        };
    }

    /** No two rows name the same new advance: two that differ in it alone are looked at all the same. */
    private static List<Object> advance(AdvanceEvent event) {
        return event instanceof CapitalAdvanced e
                ? List.of(e.company(), e.rate(), e.due(), e.resolution(), e.purpose())
                : List.of(event.advance());
    }

    private static List<Object> treasury(TreasuryEvent event) {
        return switch (event) {
            case DepositReceived e -> List.of(e.company());
            case DepositRefunded e -> List.of(e.company());
            case CollectiveIncomeRecorded e -> List.of(e.source(), e.route());
            case ReserveFunded e -> List.of(e.source());
            case CollectiveIncomeRemitted e -> List.of();
            case OtherIncomeReceived e -> List.of();
            case ExpensePaid e -> List.of();
            case BankInterestReceived e -> List.of();
            case BankFeePaid e -> List.of();
            case ReserveAppropriated e -> List.of();
        };
    }

    private static List<Object> dividend(DividendEvent event) {
        return switch (event) {
            case DividendDeclared e -> List.of(e.year(), e.lines());
            case DividendPaid e -> List.of(e.year(), e.lines());
            case DividendPaymentReturned e -> List.of(e.year(), e.household());
        };
    }
}
