package coop.laborfund.api.faults;

/**
 * What a client was told.
 *
 * @param position of what was recorded; 0 where the door does not say it
 * @param code why it was refused, or which error it was; empty otherwise
 */
record Answer(Kind kind, long position, String code) {

    enum Kind {
        RECORDED,
        REPEATED,
        REFUSED,
        /** No answer to the movement: an error that says so, or no word at all. */
        FAILED
    }

    static Answer recorded(long position) {
        return new Answer(Kind.RECORDED, position, "");
    }

    static Answer repeated(long position) {
        return new Answer(Kind.REPEATED, position, "");
    }

    static Answer refused(String code) {
        return new Answer(Kind.REFUSED, 0, code);
    }

    static Answer failed(String code) {
        return new Answer(Kind.FAILED, 0, code);
    }
}
