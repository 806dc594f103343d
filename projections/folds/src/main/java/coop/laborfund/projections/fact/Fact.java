package coop.laborfund.projections.fact;

import java.time.LocalDate;

/**
 * One row of a read table, named after the record and with a column for each component ({@link Shape}). It says what
 * one event said; that a later movement reversed it is a fact of its own ({@link Journal.Reversal}).
 */
public interface Fact {

    Head head();

    default String fund() {
        return head().fund();
    }

    default long position() {
        return head().position();
    }

    default LocalDate date() {
        return head().date();
    }

    default String ref() {
        return head().ref();
    }
}
