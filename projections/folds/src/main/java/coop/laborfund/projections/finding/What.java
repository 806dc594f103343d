package coop.laborfund.projections.finding;

import static coop.laborfund.projections.finding.Severity.CHECK;
import static coop.laborfund.projections.finding.Severity.NOTE;

/** What may be found, by the number of its rule. Whoever shows it has a sentence for each. */
public enum What {
    SEQUENCE_BROKEN(1, CHECK),
    ENTRY_UNBALANCED(2, CHECK),
    SUB_LEDGER_DIFFERS(2, CHECK),
    SHARES_WITHOUT_RECEIPT(5, CHECK),
    SHARES_IN_AND_OUT(5, CHECK),
    MONEY_IDLE(6, NOTE),
    MONEY_IDLE_LONG(6, CHECK),
    ADVANCE_WITHOUT_RESOLUTION(7, CHECK),
    OVER_COMPANY_CAP(7, CHECK),
    ADVANCE_PAST_DUE(7, CHECK),
    ADVANCE_ROLLED_OVER(7, NOTE),
    DIVIDEND_SHORT(8, CHECK),
    DIVIDEND_UNPAID(8, CHECK),
    DIVIDEND_LATE(8, NOTE),
    DIVIDEND_UNCONFIRMED(8, NOTE),
    DECLARED_FROM_PRINCIPAL(9, CHECK),
    PAID_FROM_PRINCIPAL(9, CHECK),
    VILLAGE_PAYOUT_WITHOUT_EFFECT(10, CHECK),
    HOUSEHOLD_PAYOUT_WITHOUT_EFFECT(10, CHECK),
    FEES_WITHOUT_WORKERS(11, CHECK),
    FEES_ABOVE_WORKERS(11, CHECK),
    SUBSIDY_AS_INCOME(11, CHECK),
    DECEMBER_SPIKE(11, NOTE),
    JOBS_OVERLAP(12, CHECK),
    WAGES_OF_TWO_EMPLOYERS(12, NOTE),
    WAGE_WITHOUT_PROOF(12, CHECK),
    RECORDED_LATE(14, NOTE),
    TAKEN_OVER(14, NOTE),
    MANY_REVERSALS(14, NOTE),
    REVERSAL_WITHOUT_REASON(14, CHECK),
    REVERSAL_NOT_REPLACED(14, NOTE),
    PUBLISHED_DIFFERS(15, CHECK),
    POLICY_BACKDATED(16, CHECK),
    POLICY_JUST_BEFORE(16, NOTE),
    BANK_LINES_UNMATCHED(17, CHECK),
    BANK_BELOW_ZERO(18, CHECK),
    INDUSTRY_FUNDS_DRAWN(19, CHECK),
    DEPOSIT_REFUNDED_PAST_DUE(20, CHECK),
    ADVANCE_AFTER_LOSS(21, CHECK),
    EXTENDED_AFTER_DUE(22, CHECK),
    VILLAGE_INCOME_UNREMITTED(23, CHECK),
    VILLAGE_PAYOUT_ABOVE_SHORTFALL(24, CHECK),
    HOUSEHOLD_PAYOUT_ABOVE_SHORTFALL(24, CHECK),
    LOOKS_DOUBLE(27, NOTE),
    WITHDRAWN_WHILE_BREACHED(28, CHECK),
    NEWCOMER_BEARS_LOSS(29, CHECK),
    RESERVE_PAID_IN_DEFICIT(30, NOTE),
    MEMBER_CHANGED_AFTER_CLOSING(31, CHECK),
    DEPOSIT_UNUSED(32, CHECK),
    PAST_DUE_AT_CLOSING(33, NOTE);

    private final int number;
    private final Severity severity;

    What(int number, Severity severity) {
        this.number = number;
        this.severity = severity;
    }

    /** Of the rule, as inspectors count them. */
    public int number() {
        return number;
    }

    public Severity severity() {
        return severity;
    }
}
