/** Tests of the findings. */
@NullMarked
package coop.laborfund.projections.finding;

import org.jspecify.annotations.NullMarked;
