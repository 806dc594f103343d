package coop.laborfund.ledger.movement;

/** How a cell of the movements file is read; what each of them may look like is {@link RowReader}'s to say. */
public enum CellForm {
    ID,
    /** Twelve digits. */
    VILLAGE,
    TEXT,
    /** One of a vocabulary's words, by its English code or its Chinese name. */
    WORD,
    /** Yuan, above zero. */
    AMOUNT,
    /** Percent a year. */
    RATE,
    DATE,
    MONTH,
    YEAR,
    /** People in a household. */
    SIZE,
    /** {@code key=value; key=value}. */
    POLICY,
    /** Ids, each once, separated by semicolons. */
    IDS,
    /** Yuan, zero and below too. */
    BALANCE
}
