/** Texts of cells as people write them: money, rates, days, months and years in all the forms that the contract names. Pure. */
@NullMarked
package coop.laborfund.ledger.text;

import org.jspecify.annotations.NullMarked;
