package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;

/** Households' shares (股金). */
public sealed interface ShareEvent extends FundEvent {

    /** A household put money in as shares (入股). */
    record SharesInvested(Voucher voucher, String household, Fen amount, ShareSource source) implements ShareEvent {}

    /** A household took share money out (退股). */
    record SharesWithdrawn(Voucher voucher, String household, Fen amount) implements ShareEvent {}

    /** Shares went from one household to another (股金转让). */
    record SharesTransferred(Voucher voucher, String from, String to, Fen amount) implements ShareEvent {}
}
