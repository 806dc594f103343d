/**
 * What becomes of the guarantees with what is recorded and nothing else coming, and what would keep them: computed by the same judges,
 * never recorded.
 */
@NullMarked
package coop.laborfund.projections.forecast;

import org.jspecify.annotations.NullMarked;
