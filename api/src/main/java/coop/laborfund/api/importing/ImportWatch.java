package coop.laborfund.api.importing;

/** Somebody who watches an import and may end it between two funds. Called on the thread that imports. */
public interface ImportWatch extends ImportProgress {

    /** Watches nothing and never ends it. */
    ImportWatch NOBODY = new ImportWatch() {};

    /** One who only looks how far it is. */
    static ImportWatch of(ImportProgress progress) {
        return new ImportWatch() {
            @Override
            public void at(Stage stage, String file, long done, long total) {
                progress.at(stage, file, done, total);
            }
        };
    }

    @Override
    default void at(Stage stage, String file, long done, long total) {}

    /** A fund's rows are recorded, or, where {@code recorded} is false, could not be. */
    default void fundDone(String fund, int rows, boolean recorded) {}

    /** A row is refused; a fund's come in the order of the file. */
    default void refused(FileRow row, RowNote note) {}

    /** Asked before each fund is checked and before each is recorded; what is not begun then is left alone. */
    default boolean isCancelled() {
        return false;
    }
}
