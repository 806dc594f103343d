/** The read models: what people see of the history, and the one place to ask for it. */
@NullMarked
package coop.laborfund.projections;

import org.jspecify.annotations.NullMarked;
