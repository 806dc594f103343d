package coop.laborfund.api.answer;

/** A column of a statement's table. */
public record StatementColumn(String key, Kind kind) {

    /** What stands in it. */
    public enum Kind {
        TEXT,
        MONEY,
        DAY,
        WHOLE
    }

    /** Whether it is read from the right. */
    public boolean isNumber() {
        return kind == Kind.MONEY || kind == Kind.WHOLE;
    }
}
