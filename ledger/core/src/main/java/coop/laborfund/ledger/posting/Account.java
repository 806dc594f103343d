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
    /** Households' shares, by household. */
    SHARES,
    /** The risk reserve. */
    RESERVE,
    /** The year's result, between closing and appropriation. */
    YEAR_RESULT,
    /** Surplus of past years, and what was made of it. */
    APPROPRIATION,
    /** Returns from companies, by company. */
    RETURNS,
    OTHER_INCOME,
    EXPENSES,
    /** Losses from advances written off. */
    LOSSES;

    /** Whether the account is moved to the year's result when December closes. */
    public boolean ofYearResult() {
        return this == RETURNS || this == OTHER_INCOME || this == EXPENSES || this == LOSSES;
    }

    /** Whether the account is part of the distributable surplus. */
    public boolean ofSurplus() {
        return ofYearResult() || this == YEAR_RESULT || this == APPROPRIATION;
    }
}
