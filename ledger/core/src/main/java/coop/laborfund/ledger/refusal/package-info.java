/** Why a movement is refused: the codes in the order in which they are asked, and the sentence for each in both languages. */
@NullMarked
package coop.laborfund.ledger.refusal;

import org.jspecify.annotations.NullMarked;
