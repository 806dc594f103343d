package coop.laborfund.ledger.event;

/** The three guarantees (三保). */
public enum Guarantee implements Word {
    CAPITAL_SAFETY("资金安全"),
    COLLECTIVE_INCOME("集体收入"),
    EMPLOYMENT_INCOME("就业增收");

    private final String chinese;

    Guarantee(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
