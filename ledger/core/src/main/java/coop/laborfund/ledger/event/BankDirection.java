package coop.laborfund.ledger.event;

/** Which way money went by the bank's word (来源 on 银行流水). */
public enum BankDirection implements Word {
    IN("收"),
    OUT("付");

    private final String chinese;

    BankDirection(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
