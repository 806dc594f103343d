package coop.laborfund.ledger.posting;

/** The accounts (科目) that the fund's entries use, by their part in them. Codes and names are the chart's, which is data. */
public enum Account {
    /** The fund's special bank account; all money goes through it. */
    BANK,
    /** Capital advanced to companies, by company and advance. */
    ADVANCES,
    /** What is held for others: companies' deposits, the village's money, payouts on their way. */
    PAYABLES,
    /** Dividends declared and not yet paid, by household. */
    DIVIDENDS_PAYABLE,
    /** Fiscal money for the risk reserve, owed to its purpose. */
    FISCAL_RESERVE,
    /** Households' shares, by household. */
    SHARES,
    /** What was given to the risk reserve. */
    DONATED_RESERVE,
    /** What was set aside from surplus: the risk reserve's third part. */
    SURPLUS_RESERVE,
    /** The year's result, between closing and appropriation. */
    YEAR_RESULT,
    /** Surplus of past years, and what was made of it; apart by sub-account since version 2. */
    APPROPRIATION,
    /** Returns from companies, by company. */
    RETURNS,
    OTHER_INCOME,
    /** Administrative expenses by the chart of 2007, and finance costs among them. */
    EXPENSES_2007,
    /** Administrative expenses by the chart of 2021. */
    EXPENSES,
    /** Interest and bank fees by the chart of 2021. */
    FINANCE,
    /** Losses from advances written off. */
    LOSSES;

    /** Whether the account is moved to the year's result when December closes. */
    public boolean ofYearResult() {
        return switch (this) {
            case RETURNS, OTHER_INCOME, EXPENSES_2007, EXPENSES, FINANCE, LOSSES -> true;
            case BANK,
                    ADVANCES,
                    PAYABLES,
                    DIVIDENDS_PAYABLE,
                    FISCAL_RESERVE,
                    SHARES,
                    DONATED_RESERVE,
                    SURPLUS_RESERVE,
                    YEAR_RESULT,
                    APPROPRIATION -> false;
        };
    }

    /** Whether the account holds a part of the risk reserve. */
    public boolean ofReserve() {
        return this == FISCAL_RESERVE || this == DONATED_RESERVE || this == SURPLUS_RESERVE;
    }

    /** Whether the account is part of the distributable surplus. */
    public boolean ofSurplus() {
        return ofYearResult() || this == YEAR_RESULT || this == APPROPRIATION;
    }
}
