package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Subs;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Companies' deposits day by day. */
final class DepositDays {

    private final Map<String, NavigableMap<LocalDate, Fen>> changes = new HashMap<>();

    void post(Entry entry) {
        for (Line line : entry.lines()) {
            if (line.account() == Account.PAYABLES && Subs.isDeposit(line.sub())) {
                changes.computeIfAbsent(Subs.companyOfDeposit(line.sub()), any -> new TreeMap<>())
                        .merge(entry.date(), line.amount().negate(), Fen::plus);
            }
        }
    }

    /** What a company has left at the end of a day. */
    Fen on(LocalDate day, String company) {
        NavigableMap<LocalDate, Fen> ofCompany = changes.get(company);
        return ofCompany == null
                ? Fen.ZERO
                : ofCompany.headMap(day, true).values().stream().reduce(Fen.ZERO, Fen::plus);
    }

    /** What each company has left at the end of a day, only where above zero. */
    Map<String, Fen> on(LocalDate day) {
        Map<String, Fen> deposits = new HashMap<>();
        for (String company : changes.keySet()) {
            Fen deposit = on(day, company);
            if (deposit.isPositive()) {
                deposits.put(company, deposit);
            }
        }
        return deposits;
    }
}
