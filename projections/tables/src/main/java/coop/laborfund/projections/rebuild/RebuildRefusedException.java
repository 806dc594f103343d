package coop.laborfund.projections.rebuild;

import org.jspecify.annotations.Nullable;

/** A rebuild cannot be done now; the read tables are as they were. */
public final class RebuildRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RebuildRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static RebuildRefusedException underWay() {
        return new RebuildRefusedException("另一个重建正在进行，请等它结束。\nAnother rebuild is under way; wait for it to end.", null);
    }

    static RebuildRefusedException tablesHeld(Throwable cause) {
        return new RebuildRefusedException(
                "新表已建好，但旧表一直被占用，没有换上。已建好的会保留，稍后再运行 rebuild 即可。\n"
                        + "The new tables are ready, but the old ones were in use all the time and were not replaced."
                        + " What was built is kept: run rebuild again later.",
                cause);
    }
}
