package coop.laborfund.api.words;

import java.util.Collections;
import java.util.Set;

/**
 * Who speaks. Each area's words are in two files with the same keys, such as {@code words/failures.zh.properties} and
 * {@code words/failures.en.properties}, which are read when the area first says something: most runs need one area or none.
 */
public enum Area {
    /** What went wrong, wherever it is told. */
    FAILURES,
    /** What commands print, and what their help says of them. */
    COMMANDS,
    /** What stands on pages. */
    PAGES,
    /** Why a guarantee is not kept. */
    REASONS,
    /** What an inspector should look at. */
    FINDINGS,
    /** Titles, lines and columns of statements and books, and what is noted on them. */
    STATEMENTS,
    /** What is to be done. */
    DUE,
    /** What may become of the guarantees. */
    OUTLOOK;

    /** The keys that have words. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(Bundle.of(this).chinese().stringPropertyNames());
    }
}
