package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.policy.PolicyBook;
import org.pcollections.TreePMap;

/** How much a state holds: the entries of all its maps and lists, at whatever depth. Memory and snapshots grow with it. */
public final class StateSize {

    private StateSize() {}

    /** In entries, of which each takes about a hundred bytes of memory. Goes once through households, workers and years. */
    public static int of(FundState state) {
        return of(state.policies())
                + state.members().households().size()
                + state.members().companies().size()
                + of(state.books())
                + nested(state.shareHistory().changes())
                + state.ownShares().byHousehold().size()
                + of(state.advances())
                + nested(state.dividends().years())
                + of(state.labor())
                + state.matches().byRef().size();
    }

    private static int of(PolicyBook policies) {
        int size = policies.changes().size();
        for (PolicyBook.Change change : policies.changes()) {
            size += change.values().size();
        }
        return size;
    }

    private static int of(Books books) {
        int size = of(books.balances()) + books.openYears().size();
        for (Balances year : books.openYears().values()) {
            size += of(year);
        }
        return size;
    }

    private static int of(Advances advances) {
        int size = advances.advances().size() + advances.outByCompany().size();
        for (Advances.Advance advance : advances.advances().values()) {
            size += advance.extensions().size();
        }
        return size;
    }

    private static int of(Balances balances) {
        int size = balances.accounts().size();
        for (Balances.OfAccount account : balances.accounts().values()) {
            size += account.subs().size();
        }
        return size;
    }

    private static int of(Labor labor) {
        int size = labor.workers().size();
        for (Worker worker : labor.workers().values()) {
            size += worker.placements().size() + worker.wages().size();
            for (WageMonths months : worker.wages().values()) {
                size += months.years().size();
            }
        }
        return size;
    }

    private static int nested(TreePMap<?, ? extends TreePMap<?, ?>> maps) {
        int size = maps.size();
        for (TreePMap<?, ?> map : maps.values()) {
            size += map.size();
        }
        return size;
    }
}
