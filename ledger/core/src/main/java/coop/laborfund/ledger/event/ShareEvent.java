package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;
import java.util.List;

/** Households' shares (股金). */
public sealed interface ShareEvent extends FundEvent {

    /** A household put money in as shares (入股). */
    record SharesInvested(Voucher voucher, String household, Fen amount, ShareSource source) implements ShareEvent {}

    /**
     * A household took share money out (退股).
     *
     * @param own what of it is of {@link ShareSource#OWN}; the rest is of the other source
     */
    record SharesWithdrawn(Voucher voucher, String household, Fen amount, Fen own) implements ShareEvent {}

    /**
     * Shares went from one household to another (股金转让), and their source with them.
     *
     * @param own what of it is of {@link ShareSource#OWN}; the rest is of the other source
     */
    record SharesTransferred(Voucher voucher, String from, String to, Fen amount, Fen own) implements ShareEvent {}

    /**
     * A loss was covered (弥补亏损).
     *
     * @param lines what it takes of each household's shares; empty where the surplus reserve covers it
     */
    record LossAllocated(Voucher voucher, Fen amount, LossSource source, String resolution, List<LossLine> lines)
            implements ShareEvent {}
}
