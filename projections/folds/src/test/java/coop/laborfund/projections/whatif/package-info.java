/** What another policy would have changed, and that the same one changes nothing. */
@NullMarked
package coop.laborfund.projections.whatif;

import org.jspecify.annotations.NullMarked;
