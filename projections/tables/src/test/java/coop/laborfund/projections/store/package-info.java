/** Tests of {@code store}. */
@NullMarked
package coop.laborfund.projections.store;

import org.jspecify.annotations.NullMarked;
