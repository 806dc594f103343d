package coop.laborfund.projections.finding;

/** How much a finding matters. */
public enum Severity {
    /** Against a rule, or wrong: to be looked into. */
    CHECK("要查"),
    /** Allowed, and still worth a look. */
    NOTE("留意");

    private final String chinese;

    Severity(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
