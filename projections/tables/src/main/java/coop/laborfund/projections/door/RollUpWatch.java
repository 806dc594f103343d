package coop.laborfund.projections.door;

/** Looks on while funds are added up, from several threads at once, and may end it. */
public interface RollUpWatch {

    RollUpWatch NONE = (done, total) -> true;

    /**
     * Hears how far it is: before the first fund, every thousand events or so, and after each fund.
     *
     * @param done funds
     * @param total funds
     * @return whether to go on
     */
    boolean at(int done, int total);
}
