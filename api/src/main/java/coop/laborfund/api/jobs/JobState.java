package coop.laborfund.api.jobs;

/** How far a job is. */
public enum JobState {
    /** Others are before it. */
    WAITING,
    /** Rows are checked or recorded, or funds added up. */
    RUNNING,
    /** All that was asked for is done. */
    DONE,
    /** Rows were refused or a fund could not be recorded; the result names them. */
    REFUSED,
    /** Somebody ended it, or the server stopped; funds recorded by then stay recorded and the result names them. */
    CANCELLED,
    /** The program or the database failed; sending the same file or question again is safe. */
    FAILED;

    public boolean isEnd() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, REFUSED, CANCELLED, FAILED -> true;
        };
    }
}
