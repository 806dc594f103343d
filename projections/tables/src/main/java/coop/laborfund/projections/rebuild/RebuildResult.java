package coop.laborfund.projections.rebuild;

/**
 * What a rebuild did.
 *
 * @param position what the new tables show
 * @param kept of how many events the rows were kept that an interrupted rebuild had written
 * @param rows how many rows were written now
 */
public record RebuildResult(long position, long kept, long rows) {}
