/**
 * What happened in a fund, in the scheme's words: one sealed record a movement, and the vocabulary they share; and the kinds of
 * streams that a history is made of, of which a fund's is one. Events are
 * stored for ever; a field is added, never renamed or removed without a new revision (see {@code ledger.json}).
 */
@NullMarked
package coop.laborfund.ledger.event;

import org.jspecify.annotations.NullMarked;
