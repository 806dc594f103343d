package coop.laborfund.ledger.event;

/**
 * The version of the contract whose entry an event makes. An event bears it where the versions differ, so that what was recorded
 * under an older one keeps its meaning, also where a reversal holds it.
 */
public enum Rules implements Word {
    /** Nothing was released with it; what was recorded under it is marked when it is read. */
    V1("第一版"),
    V2("第二版");

    private final String chinese;

    Rules(String chinese) {
        this.chinese = chinese;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
