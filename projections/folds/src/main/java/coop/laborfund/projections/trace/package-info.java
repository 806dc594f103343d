/**
 * Follows money through the fund (追钱): from a household, a company or a voucher, to where it went or where it came from. Money lies
 * in the bank and in advances, which are pools; all other accounts are where it comes from and where it ends. Pure, as the folds are.
 */
@NullMarked
package coop.laborfund.projections.trace;

import org.jspecify.annotations.NullMarked;
