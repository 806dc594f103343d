package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The figures that no movement may move past their limits, read off the entry that the movement would make: whoever lowers a
 * deposit is asked whether the deposit suffices, be it a refund, a payout or the reversal of its receipt. A figure that the
 * entry leaves alone, or moves to the better, is not asked.
 */
final class Figures {

    /** What is asked of a movement as such: shares, advances, deposits, village money, reserve, cash. */
    static final Scope FORWARD = new Scope(EnumSet.of(
            RefusalCode.OVER_SHARE_LIMIT,
            RefusalCode.INSUFFICIENT_SHARES,
            RefusalCode.OVER_REPAYMENT,
            RefusalCode.INSUFFICIENT_DEPOSIT,
            RefusalCode.INSUFFICIENT_VILLAGE_FUNDS,
            RefusalCode.INSUFFICIENT_RESERVE,
            RefusalCode.INSUFFICIENT_CASH));

    /** Likewise, where the movement shares out the fund's surplus. */
    static final Scope DISTRIBUTION = FORWARD.with(RefusalCode.OVER_DISTRIBUTABLE_SURPLUS);

    /** What a reversal is asked; an advance that is in use is refused by a rule of its own. */
    static final Scope REVERSAL = DISTRIBUTION.without(RefusalCode.OVER_REPAYMENT);

    static final Scope NONE = new Scope(EnumSet.noneOf(RefusalCode.class));

    record Scope(Set<RefusalCode> codes) {

        Scope with(RefusalCode code) {
            Set<RefusalCode> more = EnumSet.copyOf(codes);
            more.add(code);
            return new Scope(more);
        }

        Scope without(RefusalCode code) {
            Set<RefusalCode> fewer = EnumSet.copyOf(codes);
            fewer.remove(code);
            return new Scope(fewer);
        }
    }

    private final FundState state;
    private final LocalDate date;
    private final Once<Balances> moved;

    Figures(FundState state, LocalDate date, Supplier<Entry> entry) {
        this.state = state;
        this.date = date;
        this.moved = new Once<>(() -> {
            Balances net = Balances.EMPTY;
            for (Line line : entry.get().lines()) {
                net = net.plus(line);
            }
            return net;
        });
    }

    void ask(Checks checks, Scope scope, Column blamed) {
        faults().forEach((code, fault) -> {
            if (scope.codes.contains(code)) {
                checks.ask(code, blamed, fault);
            }
        });
    }

    private Map<RefusalCode, Supplier<Optional<Map<String, String>>>> faults() {
        return Map.of(
                RefusalCode.OVER_SHARE_LIMIT, this::overShareLimit,
                RefusalCode.INSUFFICIENT_SHARES, () -> creditBelowZero(Account.SHARES, sub -> true),
                RefusalCode.OVER_REPAYMENT, () -> debitBelowZero(Account.ADVANCES),
                RefusalCode.INSUFFICIENT_DEPOSIT, () -> creditBelowZero(Account.PAYABLES, Subs::isDeposit),
                RefusalCode.INSUFFICIENT_VILLAGE_FUNDS, () -> creditBelowZero(Account.PAYABLES, this::isVillage),
                RefusalCode.INSUFFICIENT_RESERVE, () -> creditBelowZero(Account.RESERVE, sub -> true),
                RefusalCode.OVER_DISTRIBUTABLE_SURPLUS, this::surplusBelowZero,
                RefusalCode.INSUFFICIENT_CASH, () -> debitBelowZero(Account.BANK));
    }

    private boolean isVillage(String sub) {
        return sub.equals(state.chartered().village());
    }

    private Optional<Map<String, String>> overShareLimit() {
        Fen limit = state.policyOn(date).money(PolicyKey.SHARE_LIMIT);
        for (Map.Entry<String, Fen> change : netOf(Account.SHARES).subs().entrySet()) {
            Fen holding = state.books().sharesOf(change.getKey());
            Fen after = holding.minus(change.getValue());
            if (change.getValue().isNegative() && after.exceeds(limit)) {
                return Optional.of(
                        Map.of("holder", change.getKey(), "available", holding.toString(), "limit", limit.toString()));
            }
        }
        return Optional.empty();
    }

    /** For accounts that are owed (credit balances): the first sub-account that is debited below zero. */
    private Optional<Map<String, String>> creditBelowZero(Account account, Predicate<String> asked) {
        for (Map.Entry<String, Fen> change : netOf(account).subs().entrySet()) {
            Fen available = state.books().balance(account, change.getKey()).negate();
            if (asked.test(change.getKey())
                    && change.getValue().isPositive()
                    && change.getValue().exceeds(available)) {
                return Optional.of(shortage(change.getValue(), available));
            }
        }
        return Optional.empty();
    }

    /** For accounts that are owned (debit balances): the first sub-account that is credited below zero. */
    private Optional<Map<String, String>> debitBelowZero(Account account) {
        for (Map.Entry<String, Fen> change : netOf(account).subs().entrySet()) {
            Fen available = state.books().balance(account, change.getKey());
            Fen taken = change.getValue().negate();
            if (taken.isPositive() && taken.exceeds(available)) {
                return Optional.of(shortage(taken, available));
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, String>> surplusBelowZero() {
        Fen taken = Fen.ZERO;
        for (Account account : Account.values()) {
            if (account.ofSurplus()) {
                taken = taken.plus(netOf(account).total());
            }
        }
        Fen available = state.books().distributableSurplus();
        return taken.isPositive() && taken.exceeds(available)
                ? Optional.of(shortage(taken, available))
                : Optional.empty();
    }

    private Balances.OfAccount netOf(Account account) {
        return moved.get().of(account);
    }

    private static Map<String, String> shortage(Fen needed, Fen available) {
        return Map.of("needed", needed.toString(), "available", available.toString());
    }
}
