package coop.laborfund.ledger.event;

/** A household's income beside wages and dividends (来源 on 户其他收入). */
public enum HouseholdIncomeSource implements Word {
    FARM("生产经营"),
    PROPERTY("财产"),
    TRANSFER("转移");

    private final String chinese;

    HouseholdIncomeSource(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
