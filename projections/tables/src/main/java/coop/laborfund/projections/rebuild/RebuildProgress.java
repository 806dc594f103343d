package coop.laborfund.projections.rebuild;

/** Is told how far a rebuild is, by any of its threads. What it throws ends the rebuild there, to be gone on with later. */
@FunctionalInterface
public interface RebuildProgress {

    /** Tells nobody. */
    RebuildProgress NONE = (stage, done, total) -> {};

    /** What is being done. */
    enum Stage {
        /** Measured in events. */
        FOLDING,
        /** Measured in tables. */
        INDEXING,
        /** Measured in attempts, which go on until nobody holds the tables. */
        SWAPPING
    }

    void at(Stage stage, long done, long total);
}
