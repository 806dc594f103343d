package coop.laborfund.ledger.event;

/** The kinds of movement that a treasurer may record (业务类型), in the order of the contract. */
public enum MovementType implements Word {
    OPEN_FUND("设立基金", Kind.SETUP),
    SET_POLICY("调整政策", Kind.SETUP),
    ADMIT_HOUSEHOLD("入社", Kind.SETUP),
    CHANGE_HOUSEHOLD("户变更", Kind.SETUP),
    LEAVE_FUND("离社", Kind.SETUP),
    ENROLL_COMPANY("登记公司", Kind.SETUP),
    INVEST_SHARES("入股", Kind.MONEY),
    WITHDRAW_SHARES("退股", Kind.MONEY),
    TRANSFER_SHARES("股金转让", Kind.MONEY),
    ADVANCE_CAPITAL("投放资金", Kind.MONEY),
    EXTEND_ADVANCE("展期", Kind.SETUP),
    REPAY_ADVANCE("收回本金", Kind.MONEY),
    RECEIVE_RETURN("收取收益", Kind.MONEY),
    WRITE_OFF_ADVANCE("核销", Kind.MONEY),
    RECOVER_WRITE_OFF("核销收回", Kind.MONEY),
    RECEIVE_DEPOSIT("收保证金", Kind.MONEY),
    REFUND_DEPOSIT("退保证金", Kind.MONEY),
    RECORD_COLLECTIVE_INCOME("村集体收入", Kind.MONEY),
    REMIT_COLLECTIVE_INCOME("拨付村集体", Kind.MONEY),
    OTHER_INCOME("其他收入", Kind.MONEY),
    PAY_EXPENSE("管理费用", Kind.MONEY),
    APPROPRIATE_RESERVE("提取风险准备金", Kind.MONEY),
    FUND_RESERVE("注入风险准备金", Kind.MONEY),
    DECLARE_DIVIDEND("宣告分红", Kind.MONEY),
    PAY_DIVIDEND("发放分红", Kind.MONEY),
    RETURN_DIVIDEND_PAYMENT("分红退回", Kind.MONEY),
    PAY_GUARANTEE("担保代偿", Kind.MONEY),
    REVERSE("冲正", Kind.CONTROL),
    CLOSE_MONTH("月结", Kind.CONTROL),
    REGISTER_WORKER("登记劳动力", Kind.LABOR),
    PLACE_WORKER("就业", Kind.LABOR),
    END_PLACEMENT("离岗", Kind.LABOR),
    CONFIRM_WAGE("工资确认", Kind.LABOR),
    COMPLETE_TRAINING("完成培训", Kind.LABOR),
    RECORD_HOUSEHOLD_INCOME("户其他收入", Kind.LABOR);

    /** What a movement touches; closed months bind money alone. */
    public enum Kind {
        SETUP,
        MONEY,
        LABOR,
        CONTROL
    }

    private final String chinese;
    private final Kind kind;

    MovementType(String chinese, Kind kind) {
        this.chinese = chinese;
        this.kind = kind;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    public Kind kind() {
        return kind;
    }

    /** Money and labor may be undone by a 冲正, save the registration of a worker. */
    public boolean reversible() {
        return this != REGISTER_WORKER && (kind == Kind.MONEY || kind == Kind.LABOR);
    }
}
