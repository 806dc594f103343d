package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.command.Column.AMOUNT;
import static coop.laborfund.ledger.command.Column.COUNTERPARTY;
import static coop.laborfund.ledger.command.Column.PARTY;

import coop.laborfund.ledger.command.ShareCommand;
import coop.laborfund.ledger.command.ShareCommand.AllocateLoss;
import coop.laborfund.ledger.command.ShareCommand.InvestShares;
import coop.laborfund.ledger.command.ShareCommand.TransferShares;
import coop.laborfund.ledger.command.ShareCommand.WithdrawShares;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.money.Apportionment;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Households' shares, and the losses that they bear. */
final class ShareRules {

    private ShareRules() {}

    static Decision decide(FundState state, ShareCommand command) {
        Ruling ruling = new Ruling(state, command);
        return switch (command) {
            case InvestShares c ->
                ruling.household(PARTY, c.household())
                        .post(AMOUNT, () -> new SharesInvested(c.voucher(), c.household(), c.amount(), c.source()));
            case WithdrawShares c -> withdraw(state, c, ruling);
            case TransferShares c ->
                ruling.household(PARTY, c.from())
                        .household(COUNTERPARTY, c.to())
                        .refuseIf(
                                RefusalCode.SAME_PARTY,
                                COUNTERPARTY,
                                () -> c.from().equals(c.to()))
                        .post(
                                AMOUNT,
                                () -> new SharesTransferred(
                                        c.voucher(),
                                        c.from(),
                                        c.to(),
                                        c.amount(),
                                        own(state, c.from(), c.amount(), c.source())));
            case AllocateLoss c -> allocate(state, c, ruling);
        };
    }

    /** At par only while the shares are whole, or nearly so, and only with money that is nobody else's. */
    private static Decision withdraw(FundState state, WithdrawShares c, Ruling ruling) {
        return ruling.householdEvenIfLeft(PARTY, c.household())
                .refuseIf(
                        RefusalCode.LOSS_NOT_ALLOCATED,
                        AMOUNT,
                        () -> state.books().uncoveredLoss().exceeds(tolerated(state, ruling)),
                        () -> Map.of(
                                "loss", state.books().uncoveredLoss().toString(),
                                "limit", tolerated(state, ruling).toString()))
                .freeCash(c.amount())
                .post(
                        AMOUNT,
                        () -> new SharesWithdrawn(
                                c.voucher(),
                                c.household(),
                                c.amount(),
                                own(state, c.household(), c.amount(), c.source())));
    }

    private static Fen tolerated(FundState state, Ruling ruling) {
        return ruling.policy()
                .percent(PolicyKey.LOSS_TOLERANCE)
                .floorOf(state.books().shareCapital());
    }

    /** What of an amount is taken of a household's own money: all, nothing, or as much as there is. */
    private static Fen own(FundState state, String household, Fen amount, Optional<ShareSource> source) {
        Fen available = state.ownShares().of(household).max(Fen.ZERO);
        return source.map(named -> named == ShareSource.OWN ? amount : Fen.ZERO).orElse(amount.min(available));
    }

    private static Decision allocate(FundState state, AllocateLoss c, Ruling ruling) {
        Fen loss = c.source() == LossSource.SHARES
                ? state.books().uncoveredLoss()
                : state.books().loss();
        SequencedMap<String, BigInteger> shares = state.books().sharesAboveZero();
        return ruling.refuseIf(
                        RefusalCode.OVER_LOSS,
                        AMOUNT,
                        () -> c.amount().exceeds(loss),
                        () -> Map.of("needed", c.amount().toString(), "available", loss.toString()))
                .refuseIf(
                        RefusalCode.INSUFFICIENT_SHARES,
                        AMOUNT,
                        () -> c.source() == LossSource.SHARES && c.amount().exceeds(sum(shares)),
                        () -> Map.of(
                                "needed", c.amount().toString(),
                                "available", sum(shares).toString()))
                .post(
                        Figures.LOSS,
                        AMOUNT,
                        () -> new LossAllocated(
                                c.voucher(),
                                c.amount(),
                                c.source(),
                                c.resolution(),
                                c.source() == LossSource.SHARES ? lines(state, c.amount(), shares) : List.of()));
    }

    private static Fen sum(SequencedMap<String, BigInteger> shares) {
        return Fen.of(shares.values().stream()
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact());
    }

    /** In proportion to what each holds, its own money first. */
    private static List<LossLine> lines(FundState state, Fen amount, SequencedMap<String, BigInteger> shares) {
        return Apportionment.ofAmount(amount, shares).entrySet().stream()
                .map(part -> new LossLine(
                        part.getKey(), part.getValue(), own(state, part.getKey(), part.getValue(), Optional.empty())))
                .toList();
    }
}
