/** Histories for tests: made by hand, and by chance from a seed. */
@NullMarked
package coop.laborfund.projections.testing;

import org.jspecify.annotations.NullMarked;
