package coop.laborfund.projections;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.guarantee.Guarantees;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balances;
import coop.laborfund.projections.query.Differences;
import coop.laborfund.projections.query.Evidence;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.MemberAccounts;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.store.ReadBarrier;
import coop.laborfund.projections.store.Sight;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one place to ask what the books say.
 *
 * <p>{@code asOf} is the business date up to which things count, null for everything recorded; {@code knownAt} the
 * last position that counts, null for the last one recorded when the question is asked. What was recorded by then is
 * seen, in the read tables or from the events that they lack ({@link ReadBarrier#look}, which also says how that fails). Answers about one fund are
 * empty where it was not open at that position. Spring's {@code DataAccessException} says that the database failed.
 */
public final class ReadModels {

    private static final Set<String> BOOKS = Set.of("journal", "members");

    /** By fund, once somebody has asked: a fund is opened once, and nothing undoes or changes that. */
    private final Map<String, FundOpening> openings = new ConcurrentHashMap<>();

    private final FactSource tables;
    private final ReadBarrier barrier;

    public ReadModels(FactSource tables, ReadBarrier barrier) {
        this.tables = tables;
        this.barrier = barrier;
    }

    /** The last position recorded, which everything stands on that is asked without one. */
    public long lastPosition() {
        return barrier.lastPosition();
    }

    /** A scope, and the facts to ask about it. */
    private record Asked(Scope scope, FactSource facts) {}

    /** The funds, by id in code point order. */
    public List<FundOpening> funds() {
        Sight sight = barrier.look(null, null, named(Set.of("members")));
        return sight.over(tables).openings(sight.position());
    }

    /** A fund's opening: its name, its village and since when. */
    public Optional<FundOpening> fund(String fund) {
        Sight sight = barrier.look(fund, null, named(BOOKS));
        return opening(new Scope(fund, Scope.ANY_DAY, sight.position()), sight.over(tables));
    }

    /**
     * The last movement that each fund took over from older books, by fund; those that took nothing over are left out.
     *
     * @param fund the one that is asked about, null for all
     */
    public SortedMap<String, Movement> takeovers(@Nullable String fund) {
        Sight sight = barrier.look(fund, null, named(BOOKS));
        return sight.over(tables).takeovers(fund, sight.position());
    }

    /** What is on each account. */
    public Optional<Balances> balances(String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return opened(fund, asOf, knownAt, named(BOOKS))
                .map(asked -> new Balances(fund, asOf, asked.scope.knownAt(), asked.facts.balances(asked.scope)));
    }

    /** The balances of some accounts by everything recorded up to a position, those of zero too. */
    public SortedMap<AccountKey, Fen> balancesOf(Set<AccountKey> accounts, String fund, long position) {
        Sight sight = barrier.look(fund, position, named(Set.of("journal")));
        return sight.over(tables).balancesOf(accounts, new Scope(fund, Scope.ANY_DAY, sight.position()));
    }

    /**
     * How the books of one day and knowing differ from those of another; empty where the fund was not open in either.
     *
     * @param asOf the day of the books that are compared, as is {@code knownAt}
     * @param beforeAsOf the day of those that they are compared with, as is {@code beforeKnownAt}
     */
    public Optional<Differences> differences(
            String fund,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt,
            @Nullable LocalDate beforeAsOf,
            @Nullable Long beforeKnownAt) {
        Sight sight = barrier.look(fund, null, named(BOOKS));
        FactSource facts = sight.over(tables);
        Scope after = new Scope(fund, dayOf(asOf), known(knownAt, sight.position()));
        Scope before = new Scope(fund, dayOf(beforeAsOf), known(beforeKnownAt, sight.position()));
        return opening(before.knownAt() < after.knownAt() ? after : before, facts)
                .map(open -> Differences.between(facts, before, after));
    }

    /** The households' accounts with the fund, a row a movement. */
    public Optional<List<MemberAccounts.Row>> memberAccounts(
            String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return opened(fund, asOf, knownAt, Projections.ALL).map(asked -> MemberAccounts.of(asked.facts, asked.scope));
    }

    /** A fund's movements by position, to look up what verdicts rest on. */
    public Optional<SortedMap<Long, Evidence>> evidence(String fund, @Nullable Long knownAt) {
        return opened(fund, null, knownAt, Projections.ALL).map(asked -> Evidence.of(asked.facts, asked.scope));
    }

    /**
     * The three verdicts.
     *
     * @param asOf the day that they are given for
     * @param evidence whether they name what they rest on, which takes a read of the whole journal
     */
    public Optional<Verdicts> guarantees(
            String fund, int year, LocalDate asOf, @Nullable Long knownAt, boolean evidence) {
        return opened(fund, asOf, knownAt, Projections.ALL)
                .flatMap(asked -> Guarantees.judge(asked.facts, asked.scope, year, evidence));
    }

    /** The facts of one kind that count: wages, incomes, payouts, closings, companies, trainings, … */
    public <F extends Fact> Optional<List<F>> facts(
            Class<F> type, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return opened(fund, asOf, knownAt, Projections.ALL).map(asked -> asked.facts.counted(type, asked.scope));
    }

    private Optional<Asked> opened(
            String fund, @Nullable LocalDate asOf, @Nullable Long knownAt, Collection<Projection> needed) {
        Sight sight = barrier.look(fund, knownAt, needed);
        Asked asked = new Asked(new Scope(fund, dayOf(asOf), sight.position()), sight.over(tables));
        return opening(asked.scope, asked.facts).map(open -> asked);
    }

    private Optional<FundOpening> opening(Scope scope, FactSource facts) {
        FundOpening opening = openings.get(scope.fund());
        if (opening == null) {
            List<FundOpening> recorded = facts.recorded(FundOpening.class, scope.onAnyDay());
            if (recorded.isEmpty()) {
                return Optional.empty();
            }
            opening = recorded.getFirst();
            openings.put(scope.fund(), opening);
        }
        return Optional.of(opening).filter(open -> open.position() <= scope.knownAt());
    }

    private static LocalDate dayOf(@Nullable LocalDate asOf) {
        return asOf == null ? Scope.ANY_DAY : asOf;
    }

    private static long known(@Nullable Long knownAt, long last) {
        return knownAt == null ? last : Math.min(knownAt, last);
    }

    private static List<Projection> named(Set<String> names) {
        return Projections.ALL.stream()
                .filter(projection -> names.contains(projection.name()))
                .toList();
    }
}
