/** A fund's own rules: their keys, their values by effective date, and what was in force on a day. */
@NullMarked
package coop.laborfund.ledger.policy;

import org.jspecify.annotations.NullMarked;
