/**
 * Events as text that outlives the program: stable names with a revision, canonical JSON, and upcasters that read what older
 * programs wrote. Also the state's compact form for snapshots.
 */
@NullMarked
package coop.laborfund.ledger.json;

import org.jspecify.annotations.NullMarked;
