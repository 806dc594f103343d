/**
 * What lets others check the ledger without trusting it: the signing key, signed heads of every fund's chain, the inspection
 * pack, and the checks of packs and of the ledger itself.
 */
@NullMarked
package coop.laborfund.api.proof;

import org.jspecify.annotations.NullMarked;
