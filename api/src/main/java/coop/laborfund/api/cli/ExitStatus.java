package coop.laborfund.api.cli;

/** What a command tells the shell. */
final class ExitStatus {

    static final int DONE = 0;

    /** Refused, or found wrong. */
    static final int REFUSED = 1;

    /** Bad usage or unreadable input. */
    static final int UNUSABLE = 2;

    /** The database cannot be reached. */
    static final int NO_DATABASE = 3;

    private ExitStatus() {}
}
