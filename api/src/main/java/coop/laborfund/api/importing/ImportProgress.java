package coop.laborfund.api.importing;

/**
 * Is told how far an import is. What it throws ends the import there: funds recorded by then stay recorded, of the others
 * nothing is; so a caller can cancel.
 */
@FunctionalInterface
public interface ImportProgress {

    /** Tells nobody. */
    ImportProgress NONE = (stage, file, done, total) -> {};

    /** What is being done to a file. */
    enum Stage {
        /** Measured in bytes. */
        READING,
        /** Measured in rows. */
        CHECKING,
        /** Measured in rows. */
        RECORDING
    }

    /** @param total what {@code done} will be in the end, 0 where that is not known */
    void at(Stage stage, String file, long done, long total);
}
