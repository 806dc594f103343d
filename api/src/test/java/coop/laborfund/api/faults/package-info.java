/** The store under faults: killed programs and databases, cut connections, a full disk, two nodes at once. */
@NullMarked
package coop.laborfund.api.faults;

import org.jspecify.annotations.NullMarked;
