/** Tests of the read models, on a PostgreSQL of their own. */
@NullMarked
package coop.laborfund.projections;

import org.jspecify.annotations.NullMarked;
