/**
 * Folds: what adds up items one by one to an answer. Pure: no database, no clock, no framework, so that the same code
 * answers from rows of a table, from events in memory and, one fund at a time, on a cluster.
 */
@NullMarked
package coop.laborfund.projections.fold;

import org.jspecify.annotations.NullMarked;
