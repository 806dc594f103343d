/** The documents that speak of the whole program, held against it. */
@NullMarked
package coop.laborfund.docs;

import org.jspecify.annotations.NullMarked;
