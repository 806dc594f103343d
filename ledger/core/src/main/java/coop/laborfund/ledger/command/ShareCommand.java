package coop.laborfund.ledger.command;

import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;

/** Households' shares. */
public sealed interface ShareCommand extends MovementCommand {

    /** 入股. */
    record InvestShares(Voucher voucher, String household, Fen amount, ShareSource source) implements ShareCommand {}

    /** 退股. */
    record WithdrawShares(Voucher voucher, String household, Fen amount) implements ShareCommand {}

    /** 股金转让. */
    record TransferShares(Voucher voucher, String from, String to, Fen amount) implements ShareCommand {}
}
