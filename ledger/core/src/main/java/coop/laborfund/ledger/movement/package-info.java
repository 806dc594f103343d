/**
 * The movements file (流水表): a row of named cells read into a command, or refused for its form; the content that makes two
 * rows the same movement; and the sentence, in Chinese and in English, for each refusal.
 */
@NullMarked
package coop.laborfund.ledger.movement;

import org.jspecify.annotations.NullMarked;
