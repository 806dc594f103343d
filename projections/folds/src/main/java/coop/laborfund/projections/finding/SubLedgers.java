package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether entries balance, and whether the registers that are led beside the books (shares by household, advances, dividends by
 * household, the village's money) come to what stands on their accounts (2).
 */
final class SubLedgers extends Check {

    private static final Set<Account> CONTROLLED =
            Set.of(Account.SHARES, Account.ADVANCES, Account.DIVIDENDS_PAYABLE, Account.PAYABLES);

    private record Unbalanced(LocalDate date, Fen amount, long position, String ref) {}

    /** A sub-account's balance, debit minus credit, and what moved it last. */
    private static final class Balance {
        private long fen;
        private LocalDate date = LocalDate.MIN;
        private long position;
    }

    private final List<Unbalanced> unbalanced = new ArrayList<>();
    private final Map<Account, Map<String, Balance>> balances = new HashMap<>();
    private final CountedEvents<Map<AccountKey, Fen>> registers;

    SubLedgers(Scope scope) {
        registers = new CountedEvents<>(scope, new RegisterFold());
    }

    void look(RecordedEvent recorded) {
        registers.add(recorded);
    }

    void unbalanced(RecordedEvent recorded) {
        unbalanced.add(new Unbalanced(
                recorded.event().date(),
                recorded.event().amount(),
                recorded.position(),
                recorded.event().ref()));
    }

    void post(Entry entry, long position) {
        for (Line line : entry.lines()) {
            if (CONTROLLED.contains(line.account()) && isOfRegister(line)) {
                Balance balance = balances.computeIfAbsent(line.account(), any -> new HashMap<>())
                        .computeIfAbsent(line.sub(), any -> new Balance());
                balance.fen = Math.addExact(balance.fen, line.amount().value());
                balance.date = entry.date();
                balance.position = position;
            }
        }
    }

    /** Of what is held for others the village's alone has a register. */
    private static boolean isOfRegister(Line line) {
        return line.account() != Account.PAYABLES
                || !(Subs.isDeposit(line.sub()) || line.sub().equals(Subs.GUARANTEE));
    }

    @Override
    void tell(View view, Report report) {
        unbalanced.forEach(
                each -> report.add(What.ENTRY_UNBALANCED, each.date, each.amount, List.of(each.position), each.ref));
        Map<AccountKey, Fen> registered = registers.result();
        Map<AccountKey, Balance> posted = new TreeMap<>();
        balances.forEach((account, subs) -> subs.forEach((sub, balance) -> posted.put(key(account, sub), balance)));
        Set<AccountKey> keys = new TreeSet<>(registered.keySet());
        keys.addAll(posted.keySet());
        for (AccountKey key : keys) {
            Balance balance = posted.getOrDefault(key, new Balance());
            Fen inBooks = Fen.of(balance.fen);
            Fen inRegister = registered.getOrDefault(key, Fen.ZERO);
            if (!inBooks.equals(inRegister)) {
                report.add(
                        What.SUB_LEDGER_DIFFERS,
                        balance.position == 0 ? view.day() : balance.date,
                        inBooks.minus(inRegister).max(inRegister.minus(inBooks)),
                        balance.position == 0 ? List.of() : List.of(balance.position),
                        key.account(),
                        key.sub(),
                        inRegister,
                        inBooks);
            }
        }
    }

    private static AccountKey key(Account account, String sub) {
        return new AccountKey(ChartOfAccounts.code(account), sub);
    }
}
