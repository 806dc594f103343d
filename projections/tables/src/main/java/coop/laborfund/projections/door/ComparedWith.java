package coop.laborfund.projections.door;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of the books that those asked for are compared with.
 *
 * @param asOf null where everything recorded counts
 * @param knownAt null where everything recorded was known
 */
public record ComparedWith(
        @Nullable LocalDate asOf, @Nullable Long knownAt) {}
