package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import java.util.Optional;

/** Households' shares. */
public sealed interface ShareCommand extends MovementCommand {

    /** 入股. */
    record InvestShares(Voucher voucher, String household, Fen amount, ShareSource source) implements ShareCommand {}

    /**
     * 退股.
     *
     * @param source whose shares are taken; where none is named {@code OWN} first
     */
    record WithdrawShares(Voucher voucher, String household, Fen amount, Optional<ShareSource> source)
            implements ShareCommand {}

    /**
     * 股金转让.
     *
     * @param source likewise
     */
    record TransferShares(Voucher voucher, String from, String to, Fen amount, Optional<ShareSource> source)
            implements ShareCommand {}

    /** 弥补亏损. */
    record AllocateLoss(Voucher voucher, Fen amount, String resolution, LossSource source) implements ShareCommand {}
}
