/** The documents that are written from the code: what they say, and the tests that hold the committed files against it. */
@NullMarked
package coop.laborfund.ledger.docs;

import org.jspecify.annotations.NullMarked;
