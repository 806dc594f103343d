/**
 * The door to record by: what may be asked of the ledger, by whom, what is answered, and how it can fail. {@link Recorder} is
 * where to begin. No type of Axon's, Spring's or JDBC's is seen here; who stands above needs nothing of what stands behind.
 */
@NullMarked
package coop.laborfund.ledger.door;

import org.jspecify.annotations.NullMarked;
