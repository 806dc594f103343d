package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.DividendEvent;
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

/** Why the members' equity changes: the rows of 会农社03表 between its opening and its closing, in their order. */
public enum EquityChange {
    /** Members put money in. Shares that change hands leave the column as it is. */
    CONTRIBUTION,
    WITHDRAWAL,
    /** Money came for the risk reserve that is nobody's to have back. */
    RESERVE_FUNDED,
    /** Income and expenses. */
    RESULT,
    /** Surplus set aside. */
    RESERVE_APPROPRIATED,
    DIVIDEND,
    /** The part of the surplus that is the village's. */
    VILLAGE_RETURN,
    /** A loss taken from shares or from the surplus reserve. */
    LOSS_COVERED,
    /** The risk reserve paid for a guarantee. */
    RESERVE_PAID,
    /** What the reserve had paid came back to it. */
    RESERVE_RECOVERED;

    /**
     * What a movement does to the equity accounts other than income and expenses; of a reversal, what its original did. Of
     * movements that do nothing to them the answer is not asked for, and is the result.
     */
    static EquityChange of(FundEvent event) {
        return switch (event) {
            case ShareEvent e -> shares(e);
            case TreasuryEvent e -> treasury(e);
            case DividendEvent e -> DIVIDEND;
            case GuaranteePaid e -> RESERVE_PAID;
            case AdvanceEvent e -> RESERVE_RECOVERED;
            case MovementReversed e -> of(e.original());
            case SetupEvent e -> RESULT;
            case LaborEvent e -> RESULT;
            case PeriodEvent e -> RESULT;
            case StatementEvent e -> RESULT;
        };
    }

    private static EquityChange shares(ShareEvent event) {
        return switch (event) {
            case SharesInvested e -> CONTRIBUTION;
            case SharesTransferred e -> CONTRIBUTION;
            case SharesWithdrawn e -> WITHDRAWAL;
            case LossAllocated e -> LOSS_COVERED;
        };
    }

    private static EquityChange treasury(TreasuryEvent event) {
        return switch (event) {
            case ReserveFunded e -> RESERVE_FUNDED;
            case ReserveAppropriated e -> RESERVE_APPROPRIATED;
            case CollectiveIncomeRecorded e -> VILLAGE_RETURN;
            case DepositReceived e -> RESULT;
            case DepositRefunded e -> RESULT;
            case CollectiveIncomeRemitted e -> RESULT;
            case OtherIncomeReceived e -> RESULT;
            case ExpensePaid e -> RESULT;
            case BankInterestReceived e -> RESULT;
            case BankFeePaid e -> RESULT;
        };
    }
}
