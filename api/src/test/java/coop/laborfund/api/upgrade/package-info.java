/** Ledgers that older programs have left, opened by this one. */
@NullMarked
package coop.laborfund.api.upgrade;

import org.jspecify.annotations.NullMarked;
