/**
 * The door to ask by: what may be asked of the books and of the history, by whom, and how it can fail. {@link AskBooks} and
 * {@link AskHistory} are where to begin. No type of Axon's, Spring's or JDBC's is seen here.
 */
@NullMarked
package coop.laborfund.projections.door;

import org.jspecify.annotations.NullMarked;
