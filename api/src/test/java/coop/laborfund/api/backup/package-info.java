@NullMarked
package coop.laborfund.api.backup;

import org.jspecify.annotations.NullMarked;
