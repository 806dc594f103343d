/** What is recorded in the ledger and by whom, whichever way it comes in. */
@NullMarked
package coop.laborfund.api.recording;

import org.jspecify.annotations.NullMarked;
