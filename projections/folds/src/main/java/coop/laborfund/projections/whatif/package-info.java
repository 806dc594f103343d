/**
 * The history judged, and its movements decided, once more under another policy: computed by the same judges and rules, never
 * recorded.
 */
@NullMarked
package coop.laborfund.projections.whatif;

import org.jspecify.annotations.NullMarked;
