package coop.laborfund.api.importing;

/** What to do with a file once all its rows are checked. */
public enum ImportMode {
    /** Record it if no row is refused. */
    ALL_OR_NONE,
    /** Record the rows that are not refused. */
    ACCEPT_VALID,
    /** Record nothing. */
    DRY_RUN
}
