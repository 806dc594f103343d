package coop.laborfund.ledger.event;

/** Whose money closes a guarantee's shortfall (付款方 on 担保代偿). */
public enum GuaranteePayer implements Word {
    DEPOSIT("保证金"),
    RESERVE("风险准备金"),
    COMPANY("公司"),
    GUARANTOR("担保人");

    private final String chinese;

    GuaranteePayer(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
