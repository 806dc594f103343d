package coop.laborfund.ledger.event;

/** Where a village collective's income comes from (来源). */
public enum IncomeSource implements Word {
    OPERATING("经营"),
    SERVICE_FEE("服务费"),
    SUBSIDY("补助"),
    FUND_RETURN("基金收益");

    private final String chinese;

    IncomeSource(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
