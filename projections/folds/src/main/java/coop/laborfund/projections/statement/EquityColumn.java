package coop.laborfund.projections.statement;

import coop.laborfund.ledger.posting.Account;
import java.util.Optional;

/** What the members' equity consists of: the columns of 会农社03表, each a line of the balance sheet too. */
public enum EquityColumn {
    SHARES,
    SPECIAL_FUNDS,
    /** No movement of a fund touches it; the form has it. */
    CAPITAL_RESERVE,
    SURPLUS_RESERVE,
    UNDISTRIBUTED;

    /**
     * The column that an account is a part of; empty for what is no equity. Income and expenses that December has not moved
     * yet, and the year's result on its way, are undistributed surplus already.
     */
    public static Optional<EquityColumn> of(Account account) {
        return switch (account) {
            case SHARES -> Optional.of(SHARES);
            case DONATED_RESERVE -> Optional.of(SPECIAL_FUNDS);
            case SURPLUS_RESERVE -> Optional.of(SURPLUS_RESERVE);
            case YEAR_RESULT, APPROPRIATION, RETURNS, OTHER_INCOME, EXPENSES_2007, EXPENSES, FINANCE, LOSSES ->
                Optional.of(UNDISTRIBUTED);
            case BANK, ADVANCES, PAYABLES, DIVIDENDS_PAYABLE, FISCAL_RESERVE -> Optional.empty();
        };
    }
}
