package coop.laborfund.api.importing;

/** Somebody who watches an import and may end it between two funds. Called on the thread that imports. */
public interface ImportWatch {

    /** Watches nothing and never ends it. */
    ImportWatch NOBODY = new ImportWatch() {};

    /** So many rows of the files are checked now. */
    default void checked(int rows) {}

    /** A fund's rows are recorded, or, where {@code recorded} is false, could not be. */
    default void fundDone(String fund, int rows, boolean recorded) {}

    /** Asked before each fund is checked and before each is recorded; what is not begun then is left alone. */
    default boolean isCancelled() {
        return false;
    }
}
