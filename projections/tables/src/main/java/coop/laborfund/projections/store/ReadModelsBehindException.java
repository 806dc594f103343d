package coop.laborfund.projections.store;

import coop.laborfund.projections.fact.Projection;
import org.jspecify.annotations.Nullable;

/** Read tables did not get as far as a read must see within the time that it may wait; asking again later is right. */
public final class ReadModelsBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadModelsBehindException(Projection projection, long reached, long needed, @Nullable Throwable cause) {
        super(
                ("读取表 %1$s 只更新到位置 %2$d，需要 %3$d，请稍后再试。"
                                + "The read model %1$s has reached position %2$d of %3$d, try again later.")
                        .formatted(projection.name(), reached, needed),
                cause);
    }
}
