/** The forecast held against the judge asked day by day. */
@NullMarked
package coop.laborfund.projections.forecast;

import org.jspecify.annotations.NullMarked;
