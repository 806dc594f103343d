/**
 * Where the PostgreSQL is that the program works on: the embedded one under the data directory, started or joined, or
 * an external one by URL. Everybody else gets a {@link coop.laborfund.api.postgres.JdbcTarget} and need not know which.
 */
@NullMarked
package coop.laborfund.api.postgres;

import org.jspecify.annotations.NullMarked;
