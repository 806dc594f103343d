/**
 * Facts: what each event leaves in the read tables. A projection is a pure function from one event to rows that are
 * added and never changed, so that any day and any state of knowledge is a filter, and a rebuild gives the same rows.
 * Knows events, postings and the JDK alone.
 */
@NullMarked
package coop.laborfund.projections.fact;

import org.jspecify.annotations.NullMarked;
