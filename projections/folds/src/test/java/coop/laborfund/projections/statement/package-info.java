/** Tests of {@code statement}. */
@NullMarked
package coop.laborfund.projections.statement;

import org.jspecify.annotations.NullMarked;
