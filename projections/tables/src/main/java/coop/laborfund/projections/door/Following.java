package coop.laborfund.projections.door;

/** What keeps the read tables up with the history as it grows, until it is closed. */
public interface Following extends AutoCloseable {

    /** Whether it follows; after an error it tries again by itself. */
    boolean isRunning();

    /** Ends after the batch at hand. */
    @Override
    void close();
}
