package coop.laborfund.ledger.event;

/** Whose money fills the risk reserve up (来源 on 注入风险准备金). */
public enum ReserveSource implements Word {
    FISCAL("财政补助"),
    DONATION("捐赠");

    private final String chinese;

    ReserveSource(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
