/** What measurements need of the store from the inside. */
@NullMarked
package coop.laborfund.ledger.store;

import org.jspecify.annotations.NullMarked;
