package coop.laborfund.projections.trace;

/** Which way money is followed. */
public enum Direction {
    /** Where did it go. */
    FORWARD,
    /** Where did it come from. */
    BACKWARD
}
