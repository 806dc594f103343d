package coop.laborfund.ledger.event;

/** What capital is advanced for (来源 on 投放资金). */
public enum AdvancePurpose implements Word {
    TURNOVER("资金周转"),
    WAGES("垫付工资");

    private final String chinese;

    AdvancePurpose(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
