package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.COUNTERPARTY;
import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.ShareCommand;
import coop.laborfund.ledger.command.ShareCommand.InvestShares;
import coop.laborfund.ledger.command.ShareCommand.TransferShares;
import coop.laborfund.ledger.command.ShareCommand.WithdrawShares;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.refusal.RefusalCode;

/** Households' shares. */
final class ShareRules {

    private ShareRules() {}

    static Decision decide(FundState state, ShareCommand command) {
        Ruling ruling = new Ruling(state, command);
        return switch (command) {
            case InvestShares c ->
                ruling.household(PARTY, c.household())
                        .post(AMOUNT, () -> new SharesInvested(c.voucher(), c.household(), c.amount(), c.source()));
            case WithdrawShares c ->
                ruling.household(PARTY, c.household())
                        .post(AMOUNT, () -> new SharesWithdrawn(c.voucher(), c.household(), c.amount()));
            case TransferShares c ->
                ruling.household(PARTY, c.from())
                        .household(COUNTERPARTY, c.to())
                        .refuseIf(
                                RefusalCode.SAME_PARTY,
                                COUNTERPARTY,
                                () -> c.from().equals(c.to()))
                        .post(AMOUNT, () -> new SharesTransferred(c.voucher(), c.from(), c.to(), c.amount()));
        };
    }
}
