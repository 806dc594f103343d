package coop.laborfund.projections.store;

import coop.laborfund.projections.fact.Projection;
import java.io.Serial;

/** Tables have rows beyond their progress: somebody set that back, and they cannot be gone on with. A rebuild mends it. */
public final class TablesAheadException extends ReadTablesException {

    @Serial
    private static final long serialVersionUID = 1L;

    TablesAheadException(Projection projection, long progress, long rows, Throwable cause) {
        super(
                "读取表 %1$s 的进度(表 projection_progress)写着位置 %2$d,表里却已有到位置 %3$d 的行:进度被人改小过。历史无损,请用 rebuild %1$s 重建。"
                        .formatted(projection.name(), progress, rows),
                ("The progress of the read model %1$s (table projection_progress) says position %2$d, but its tables"
                                + " have rows up to %3$d: somebody set it back. The history is unharmed; rebuild %1$s makes them anew.")
                        .formatted(projection.name(), progress, rows),
                cause);
    }
}
