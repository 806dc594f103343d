/**
 * The chain of hashes over each stream's events: what a hash is taken over, written down so that another program can compute it,
 * and the head that a stream's chain has come to.
 */
@NullMarked
package coop.laborfund.ledger.chain;

import org.jspecify.annotations.NullMarked;
