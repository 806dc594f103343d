/**
 * Folds the history again into new read tables beside the live ones, which go on being read and written, and puts the
 * new ones in their place.
 */
@NullMarked
package coop.laborfund.projections.rebuild;

import org.jspecify.annotations.NullMarked;
