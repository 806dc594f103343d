/** Double entry: the chart of accounts, and the balanced entry that each event makes. */
@NullMarked
package coop.laborfund.ledger.posting;

import org.jspecify.annotations.NullMarked;
