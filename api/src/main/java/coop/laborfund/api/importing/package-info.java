/** Movements files: reading their rows, checking a whole file, recording it fund by fund, and saying what came of it. */
@NullMarked
package coop.laborfund.api.importing;

import org.jspecify.annotations.NullMarked;
