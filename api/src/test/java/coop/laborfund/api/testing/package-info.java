/** What the tests of the program share. */
@NullMarked
package coop.laborfund.api.testing;

import org.jspecify.annotations.NullMarked;
