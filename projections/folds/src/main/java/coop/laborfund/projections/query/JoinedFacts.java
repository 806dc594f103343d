package coop.laborfund.projections.query;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Journal.Reversal;
import coop.laborfund.projections.fact.Members.FundOpening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One source up to a position, and another for what was recorded later. So who reads right after a write sees it without waiting for
 * the read tables.
 */
public final class JoinedFacts implements FactSource {

    private final FactSource earlier;
    private final long until;
    private final FactSource later;

    /**
     * @param until the last position that is asked of the earlier one
     * @param later has nothing up to that position
     */
    public JoinedFacts(FactSource earlier, long until, FactSource later) {
        this.earlier = earlier;
        this.until = until;
        this.later = later;
    }

    @Override
    public List<FundOpening> openings(long knownAt) {
        return Stream.concat(earlier.openings(known(knownAt)).stream(), later.openings(knownAt).stream())
                .sorted(Comparator.comparing(FundOpening::fund, Ids.ORDER))
                .toList();
    }

    @Override
    public SortedMap<String, Movement> takeovers(@Nullable String fund, long knownAt) {
        SortedMap<String, Movement> last = new TreeMap<>(Ids.ORDER);
        last.putAll(earlier.takeovers(fund, known(knownAt)));
        last.putAll(later.takeovers(fund, knownAt));
        return last;
    }

    @Override
    public <F extends Fact> List<F> recorded(Class<F> type, Scope scope, @Nullable Window<?> window) {
        List<F> all = new ArrayList<>(earlier.recorded(type, earlier(scope), window));
        all.addAll(later.recorded(type, scope, window));
        return all;
    }

    /** What was recorded later is undone by what was recorded later still, and so by the later source itself. */
    @Override
    public <F extends Fact> List<F> counted(Class<F> type, Scope scope, @Nullable Window<?> window) {
        Set<String> undone = new HashSet<>();
        later.recorded(Reversal.class, scope).forEach(reversal -> undone.add(reversal.original()));
        List<F> all = new ArrayList<>(earlier.counted(type, earlier(scope), window));
        all.removeIf(fact -> undone.contains(fact.ref()));
        all.addAll(later.counted(type, scope, window));
        return all;
    }

    @Override
    public List<Balance> balances(Scope scope) {
        return Balance.sums(Stream.concat(earlier.balances(earlier(scope)).stream(), later.balances(scope).stream()));
    }

    @Override
    public SortedMap<AccountKey, Fen> balancesOf(Set<AccountKey> accounts, Scope scope) {
        SortedMap<AccountKey, Fen> balances = new TreeMap<>(earlier.balancesOf(accounts, earlier(scope)));
        later.balancesOf(accounts, scope).forEach((account, amount) -> balances.merge(account, amount, Fen::plus));
        return balances;
    }

    private Scope earlier(Scope scope) {
        return new Scope(scope.fund(), scope.asOf(), known(scope.knownAt()));
    }

    private long known(long knownAt) {
        return Math.min(knownAt, until);
    }
}
