package coop.laborfund.ledger.event;

/** What covers a loss (来源 on 弥补亏损). */
public enum LossSource implements Word {
    SHARES("股金"),
    RESERVE("盈余公积");

    private final String chinese;

    LossSource(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
