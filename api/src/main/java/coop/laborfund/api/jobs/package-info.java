/** What goes on after the request that asked for it, large imports and roll-ups: one at a time, kept in memory, gone at a restart. */
@NullMarked
package coop.laborfund.api.jobs;

import org.jspecify.annotations.NullMarked;
