/**
 * Questions about the read tables: which facts count for a fund on a day, as far as was known at a position, and what
 * they add up to. The same folds answer from the read tables and from events in memory.
 */
@NullMarked
package coop.laborfund.projections.query;

import org.jspecify.annotations.NullMarked;
