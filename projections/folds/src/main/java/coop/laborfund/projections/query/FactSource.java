package coop.laborfund.projections.query;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Where facts are read from. Lists are in the order of recording, and of a movement's lines within it. */
public interface FactSource {

    /** The funds opened up to a position, by id in code point order. */
    List<FundOpening> openings(long knownAt);

    /**
     * The last movement of each fund that was taken over from older books, by fund; those that took nothing over are left out.
     *
     * @param fund the one that is asked about, null for all
     * @param knownAt the last position that counts
     */
    SortedMap<String, Movement> takeovers(@Nullable String fund, long knownAt);

    /** The facts of a kind in a scope, whether reversed or not. */
    <F extends Fact> List<F> recorded(Class<F> type, Scope scope, @Nullable Window<?> window);

    /**
     * Those of them that count: a movement reversed on or before the day does not, nor does its reversal. Over a
     * reversed pair the journal's lines add up to nothing, so that what counts has the same balances.
     */
    <F extends Fact> List<F> counted(Class<F> type, Scope scope, @Nullable Window<?> window);

    /** The balances other than zero, by posting date, sorted by account and sub-account in code point order. */
    List<Balance> balances(Scope scope);

    /** The balances of some accounts in a scope, those of zero too. */
    SortedMap<AccountKey, Fen> balancesOf(Set<AccountKey> accounts, Scope scope);

    default <F extends Fact> List<F> counted(Class<F> type, Scope scope) {
        return counted(type, scope, null);
    }

    default <F extends Fact> List<F> recorded(Class<F> type, Scope scope) {
        return recorded(type, scope, null);
    }
}
