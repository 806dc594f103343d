@NullMarked
package coop.laborfund.launch;

import org.jspecify.annotations.NullMarked;
