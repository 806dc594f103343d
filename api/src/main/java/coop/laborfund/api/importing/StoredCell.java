package coop.laborfund.api.importing;

/**
 * A worksheet's cell as it is stored.
 *
 * @param stored its value, a formula's last one
 * @param format how a number is shown
 */
record StoredCell(Type type, String stored, NumberFormat format, boolean formula) {

    enum Type {
        BLANK,
        TEXT,
        NUMBER,
        /** A date as text of ISO 8601. */
        ISO_DATE,
        /** {@code #N/A} and its like. */
        ERROR,
        /** A formula without a value. */
        UNCOMPUTED
    }

    static final StoredCell BLANK = new StoredCell(Type.BLANK, "", NumberFormat.GENERAL, false);
}
