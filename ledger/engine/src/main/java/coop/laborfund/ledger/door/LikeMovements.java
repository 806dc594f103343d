package coop.laborfund.ledger.door;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fund has recorded that rows to come may be the same as: for warnings, once a file. Recording itself never asks it. Every
 * method throws {@link DatabaseFailedException} where the database fails.
 */
public interface LikeMovements {

    /**
     * A recorded movement.
     *
     * @param amount in yuan as in its event, null where that has none
     * @param digest of its content, its ref included
     */
    record Recorded(
            String ref,
            LocalDate date,
            @Nullable String amount,
            @Nullable String digest) {}

    /** A fund's movements of these days. */
    List<Recorded> onDays(String fund, Collection<LocalDate> days);

    /** A fund's refs that are one of these skeletons but for the kind of their punctuation. */
    List<String> refsLike(String fund, Collection<String> skeletons);
}
