/**
 * What happened in a fund, in the scheme's words: one sealed record a movement, and the vocabulary they share. Events are
 * stored for ever; a field is added, never renamed or removed without a new revision (see {@code ledger.json}).
 */
@NullMarked
package coop.laborfund.ledger.event;

import org.jspecify.annotations.NullMarked;
