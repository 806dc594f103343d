/** The commands of the program. Results go to standard output, messages to standard error. */
@NullMarked
package coop.laborfund.api.cli;

import org.jspecify.annotations.NullMarked;
