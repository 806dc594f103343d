package coop.laborfund.ledger.refusal;

/**
 * Every reason to refuse a movement, in the contract's order: of the reasons that apply to one row, the first here is the one
 * reported. {@link Checks} relies on this order.
 */
public enum RefusalCode {
    UNKNOWN_TYPE(Group.FORM),
    MISSING_FIELD(Group.FORM),
    BAD_DATE(Group.FORM),
    BAD_CELL(Group.FORM),
    BAD_AMOUNT(Group.FORM),
    BAD_CODE(Group.FORM),
    BAD_POLICY(Group.FORM),
    AMOUNT_NOT_POSITIVE(Group.FORM),
    AMOUNT_TOO_LARGE(Group.FORM),
    REF_REUSED(Group.REPEAT),
    FUND_ALREADY_OPEN(Group.FUND),
    FUND_NOT_OPEN(Group.FUND),
    DATE_IN_FUTURE(Group.DATE),
    DATE_BEFORE_OPENING(Group.DATE),
    YEAR_OUT_OF_RANGE(Group.DATE),
    PERIOD_CLOSED(Group.DATE),
    HOUSEHOLD_EXISTS(Group.PARTY),
    UNKNOWN_HOUSEHOLD(Group.PARTY),
    HOUSEHOLD_LEFT(Group.PARTY),
    COMPANY_EXISTS(Group.PARTY),
    UNKNOWN_COMPANY(Group.PARTY),
    ADVANCE_EXISTS(Group.PARTY),
    UNKNOWN_ADVANCE(Group.PARTY),
    WORKER_EXISTS(Group.PARTY),
    UNKNOWN_WORKER(Group.PARTY),
    UNKNOWN_REF(Group.PARTY),
    SAME_PARTY(Group.PARTY),
    WRONG_COMPANY(Group.PARTY),
    DATE_OUT_OF_ORDER(Group.PARTY),
    ALREADY_REVERSED(Group.RULE),
    NOT_REVERSIBLE(Group.RULE),
    PERIOD_NOT_NEXT(Group.RULE),
    PERIOD_NOT_ENDED(Group.RULE),
    HOUSEHOLD_NOT_SETTLED(Group.RULE),
    LOSS_NOT_ALLOCATED(Group.RULE),
    OVER_SHARE_LIMIT(Group.RULE),
    INSUFFICIENT_SHARES(Group.RULE),
    OVER_COMPANY_CAP(Group.RULE),
    OVER_TERM(Group.RULE),
    OVER_REPAYMENT(Group.RULE),
    OVER_RECOVERY(Group.RULE),
    OVER_LOSS(Group.RULE),
    ADVANCE_IN_USE(Group.RULE),
    INSUFFICIENT_DEPOSIT(Group.RULE),
    INSUFFICIENT_VILLAGE_FUNDS(Group.RULE),
    INSUFFICIENT_RESERVE(Group.RULE),
    NOTHING_TO_DIVIDE(Group.RULE),
    OVER_DISTRIBUTABLE_SURPLUS(Group.RULE),
    DIVIDEND_NOT_DECLARED(Group.RULE),
    NOTHING_TO_PAY(Group.RULE),
    OVER_DIVIDEND(Group.RULE),
    DIVIDEND_IN_USE(Group.RULE),
    ALREADY_PLACED(Group.RULE),
    NOT_PLACED(Group.RULE),
    PLACEMENT_IN_USE(Group.RULE),
    ALREADY_CONFIRMED(Group.RULE),
    MATCH_DIFFERS(Group.RULE),
    ALREADY_MATCHED(Group.RULE),
    LINE_IN_USE(Group.RULE),
    INSUFFICIENT_FREE_CASH(Group.RULE),
    INSUFFICIENT_CASH(Group.RULE);

    /** What kind of mistake it is; a row is asked for them in this order. */
    public enum Group {
        FORM,
        REPEAT,
        FUND,
        DATE,
        PARTY,
        RULE
    }

    private final Group group;

    RefusalCode(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
