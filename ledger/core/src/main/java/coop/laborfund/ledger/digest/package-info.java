/** Hashes, of contents and of the chain. */
@NullMarked
package coop.laborfund.ledger.digest;

import org.jspecify.annotations.NullMarked;
