package coop.laborfund.api.importing;

/** What to do with a file once all its rows are checked. */
public enum ImportMode {
    /** Record it if no row is refused. */
    ALL_OR_NONE,
    /** Record the rows that are not refused. */
    ACCEPT_VALID,
    /** Record nothing, and say what {@link #ALL_OR_NONE} would. */
    DRY_RUN,
    /** Record nothing, and say what {@link #ACCEPT_VALID} would. */
    DRY_RUN_ACCEPT_VALID;

    public static ImportMode of(boolean dryRun, boolean acceptValid) {
        if (dryRun) {
            return acceptValid ? DRY_RUN_ACCEPT_VALID : DRY_RUN;
        }
        return acceptValid ? ACCEPT_VALID : ALL_OR_NONE;
    }

    boolean isDryRun() {
        return this == DRY_RUN || this == DRY_RUN_ACCEPT_VALID;
    }

    /** Whether rows are recorded beside refused ones. */
    boolean acceptsValid() {
        return this == ACCEPT_VALID || this == DRY_RUN_ACCEPT_VALID;
    }
}
