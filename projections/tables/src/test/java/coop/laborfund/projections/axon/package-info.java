/** Tests of {@code axon}. */
@NullMarked
package coop.laborfund.projections.axon;

import org.jspecify.annotations.NullMarked;
