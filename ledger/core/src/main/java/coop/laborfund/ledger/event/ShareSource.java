package coop.laborfund.ledger.event;

/** Where the money of a share investment comes from (来源). */
public enum ShareSource implements Word {
    INDUSTRY_FUND("产业发展资金"),
    OWN("自有资金");

    private final String chinese;

    ShareSource(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
