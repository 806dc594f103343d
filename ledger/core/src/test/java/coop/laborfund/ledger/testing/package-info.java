/**
 * What the ledger's tests are written in: rows of the movements file as text, a ledger that decides them, seeded chance, and
 * histories to measure on.
 */
@NullMarked
package coop.laborfund.ledger.testing;

import org.jspecify.annotations.NullMarked;
