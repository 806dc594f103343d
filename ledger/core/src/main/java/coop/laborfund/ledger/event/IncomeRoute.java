package coop.laborfund.ledger.event;

/** How a village collective's income reached it (付款方): straight to the village, or received here for it. */
public enum IncomeRoute implements Word {
    DIRECT("直接到村"),
    FUND("经由基金");

    private final String chinese;

    IncomeRoute(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
