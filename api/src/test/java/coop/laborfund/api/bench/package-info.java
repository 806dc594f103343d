/** Measurements, run by hand under the profile bench. */
@NullMarked
package coop.laborfund.api.bench;

import org.jspecify.annotations.NullMarked;
