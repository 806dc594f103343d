/** Tests of {@code rebuild}. */
@NullMarked
package coop.laborfund.projections.rebuild;

import org.jspecify.annotations.NullMarked;
