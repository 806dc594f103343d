/** The answers that commands and HTTP give alike, in the shape of the contract's JSON. */
@NullMarked
package coop.laborfund.api.answer;

import org.jspecify.annotations.NullMarked;
