package coop.laborfund.api.proof;

/** Is told how far a check is. */
@FunctionalInterface
public interface VerifyProgress {

    /** Tells nobody. */
    VerifyProgress NONE = (done, total) -> {};

    void at(long done, long total);
}
