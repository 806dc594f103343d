/**
 * The read tables in PostgreSQL: how facts get into them, exactly once by position whoever drives it, and how they are
 * read.
 */
@NullMarked
package coop.laborfund.projections.store;

import org.jspecify.annotations.NullMarked;
