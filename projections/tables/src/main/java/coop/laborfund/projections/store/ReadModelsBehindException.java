package coop.laborfund.projections.store;

import coop.laborfund.projections.fact.Projection;
import org.jspecify.annotations.Nullable;

/** Read tables did not get as far as a read must see within the time that it may wait; asking again later is right. */
public final class ReadModelsBehindException extends ReadTablesException {

    private static final long serialVersionUID = 1L;

    ReadModelsBehindException(Projection projection, long reached, long needed, @Nullable Throwable cause) {
        super(
                "读取表 %s 只更新到位置 %d，需要 %d，请稍后再试。".formatted(projection.name(), reached, needed),
                "The read model %s has reached position %d of %d, try again later."
                        .formatted(projection.name(), reached, needed),
                cause);
    }
}
