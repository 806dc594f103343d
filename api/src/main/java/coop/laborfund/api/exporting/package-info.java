/** What the books look like in other programs' formats. */
@NullMarked
package coop.laborfund.api.exporting;

import org.jspecify.annotations.NullMarked;
