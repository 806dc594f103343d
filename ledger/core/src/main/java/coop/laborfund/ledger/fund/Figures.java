package coop.laborfund.ledger.fund;

import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.ledger.refusal.RefusalCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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

    /**
     * What a reversal is asked; an advance that is in use is refused by a rule of its own. Not the surplus: wrong income can always be
     * undone, and a surplus that turns negative is the truth.
     */
    static final Scope REVERSAL = FORWARD.without(RefusalCode.OVER_REPAYMENT);

    /** What the covering of a loss is asked beside what it may take at most. */
    static final Scope LOSS = new Scope(EnumSet.of(RefusalCode.INSUFFICIENT_RESERVE));

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

    /** What is wrong with each figure, if anything. */
    private static final Map<RefusalCode, Function<Figures, Optional<Map<String, String>>>> FAULTS =
            new EnumMap<>(Map.of(
                    RefusalCode.OVER_SHARE_LIMIT,
                    Figures::overShareLimit,
                    RefusalCode.INSUFFICIENT_SHARES,
                    Figures::sharesBelowZero,
                    RefusalCode.OVER_REPAYMENT,
                    figures -> figures.debitBelowZero(Account.ADVANCES),
                    RefusalCode.INSUFFICIENT_DEPOSIT,
                    figures -> figures.creditBelowZero(Account.PAYABLES, Subs::isDeposit),
                    RefusalCode.INSUFFICIENT_VILLAGE_FUNDS,
                    figures -> figures.creditBelowZero(Account.PAYABLES, figures::isVillage),
                    RefusalCode.INSUFFICIENT_RESERVE,
                    Figures::reserveBelowZero,
                    RefusalCode.OVER_DISTRIBUTABLE_SURPLUS,
                    Figures::surplusBelowZero,
                    RefusalCode.INSUFFICIENT_CASH,
                    figures -> figures.debitBelowZero(Account.BANK)));

    private final FundState state;
    private final Supplier<? extends FundEvent> event;

    /** By how much the entry moves each sub-account, in the order of their ids. */
    private final Once<Map<Account, SortedMap<String, Fen>>> moved;

    Figures(FundState state, Supplier<? extends FundEvent> event, Supplier<Entry> entry) {
        this.state = state;
        this.event = event;
        this.moved = new Once<>(() -> {
            Map<Account, SortedMap<String, Fen>> net = new EnumMap<>(Account.class);
            for (Line line : entry.get().lines()) {
                net.computeIfAbsent(line.account(), account -> new TreeMap<>(Ids.ORDER))
                        .merge(line.sub(), line.amount(), Fen::plus);
            }
            return net;
        });
    }

    void ask(Checks checks, Scope scope, Column blamed) {
        for (RefusalCode code : scope.codes) {
            Function<Figures, Optional<Map<String, String>>> fault = requireNonNull(FAULTS.get(code));
            checks.ask(code, blamed, () -> fault.apply(this));
        }
    }

    private boolean isVillage(String sub) {
        return sub.equals(state.chartered().village());
    }

    private Optional<Map<String, String>> overShareLimit() {
        for (Map.Entry<String, Fen> change : netOf(Account.SHARES).entrySet()) {
            if (!change.getValue().isNegative()) {
                continue;
            }
            Fen limit = state.policyOn(event.get().date()).money(PolicyKey.SHARE_LIMIT);
            Fen holding = state.books().sharesOf(change.getKey());
            if (holding.minus(change.getValue()).exceeds(limit)) {
                return Optional.of(
                        Map.of("holder", change.getKey(), "available", holding.toString(), "limit", limit.toString()));
            }
        }
        return Optional.empty();
    }

    /** A household's shares as a whole, then those of each source. */
    private Optional<Map<String, String>> sharesBelowZero() {
        Optional<Map<String, String>> whole = creditBelowZero(Account.SHARES, sub -> true);
        if (whole.isPresent()) {
            return whole;
        }
        SortedMap<String, Fen> moved = netOf(Account.SHARES);
        SortedMap<String, Fen> own = OwnShares.changes(event.get());
        for (Map.Entry<String, Fen> change : moved.entrySet()) {
            String household = change.getKey();
            Fen ofOwn = own.getOrDefault(household, Fen.ZERO);
            Fen ofFund = change.getValue().negate().minus(ofOwn);
            Fen ownShares = state.ownShares().of(household);
            Optional<Map<String, String>> fault = takenBelowZero(ofOwn, ownShares)
                    .or(() -> takenBelowZero(
                            ofFund, state.books().sharesOf(household).minus(ownShares)));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** @param change what is added, taken where it is negative */
    private static Optional<Map<String, String>> takenBelowZero(Fen change, Fen available) {
        Fen taken = change.negate();
        return taken.isPositive() && taken.exceeds(available)
                ? Optional.of(shortage(taken, available))
                : Optional.empty();
    }

    private Optional<Map<String, String>> reserveBelowZero() {
        return Arrays.stream(Account.values())
                .filter(Account::ofReserve)
                .flatMap(account -> creditBelowZero(account, sub -> true).stream())
                .findFirst();
    }

    /** For accounts that are owed (credit balances): the first sub-account that is debited below zero. */
    private Optional<Map<String, String>> creditBelowZero(Account account, Predicate<String> asked) {
        for (Map.Entry<String, Fen> change : netOf(account).entrySet()) {
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
        for (Map.Entry<String, Fen> change : netOf(account).entrySet()) {
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
                for (Fen amount : netOf(account).values()) {
                    taken = taken.plus(amount);
                }
            }
        }
        Fen available = state.books().distributableSurplus();
        return taken.isPositive() && taken.exceeds(available)
                ? Optional.of(shortage(taken, available))
                : Optional.empty();
    }

    private SortedMap<String, Fen> netOf(Account account) {
        return moved.get().getOrDefault(account, Collections.emptySortedMap());
    }

    private static Map<String, String> shortage(Fen needed, Fen available) {
        return Map.of("needed", needed.toString(), "available", available.toString());
    }
}
