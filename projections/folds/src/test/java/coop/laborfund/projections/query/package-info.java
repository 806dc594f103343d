/** Tests of {@code query}. */
@NullMarked
package coop.laborfund.projections.query;

import org.jspecify.annotations.NullMarked;
