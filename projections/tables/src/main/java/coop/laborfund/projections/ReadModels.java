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
 * seen: a question waits for the read tables or brings them up itself, and throws {@link
 * coop.laborfund.projections.store.ReadModelsBehindException} where that takes too long. Answers about one fund are
 * empty where it was not open at that position. Spring's {@code DataAccessException} says that the database failed.
 */
public final class ReadModels {

    private static final Set<String> BOOKS = Set.of("journal", "members");

    /** By fund, once somebody has asked: a fund is opened once, and nothing undoes or changes that. */
    private final Map<String, FundOpening> openings = new ConcurrentHashMap<>();

    private final FactSource facts;
    private final ReadBarrier barrier;

    public ReadModels(FactSource facts, ReadBarrier barrier) {
        this.facts = facts;
        this.barrier = barrier;
    }

    /** The funds, by id in code point order. */
    public List<FundOpening> funds() {
        return facts.openings(visible(null, named(Set.of("members"))));
    }

    /** A fund's opening: its name, its village and since when. */
    public Optional<FundOpening> fund(String fund) {
        return opening(new Scope(fund, Scope.ANY_DAY, visible(null, named(BOOKS))));
    }

    /**
     * The last movement that each fund took over from older books, by fund; those that took nothing over are left out.
     *
     * @param fund the one that is asked about, null for all
     */
    public SortedMap<String, Movement> takeovers(@Nullable String fund) {
        return facts.takeovers(fund, visible(null, named(BOOKS)));
    }

    /** What is on each account. */
    public Optional<Balances> balances(String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return opened(fund, asOf, knownAt, named(BOOKS))
                .map(scope -> new Balances(fund, asOf, scope.knownAt(), facts.balances(scope)));
    }

    /** The balances of some accounts by everything recorded up to a position, those of zero too. */
    public SortedMap<AccountKey, Fen> balancesOf(Set<AccountKey> accounts, String fund, long position) {
        Scope scope = new Scope(fund, Scope.ANY_DAY, visible(position, named(Set.of("journal"))));
        return facts.balancesOf(accounts, scope);
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
        long last = visible(null, named(BOOKS));
        Scope after = new Scope(fund, dayOf(asOf), known(knownAt, last));
        Scope before = new Scope(fund, dayOf(beforeAsOf), known(beforeKnownAt, last));
        return opening(before.knownAt() < after.knownAt() ? after : before)
                .map(open -> Differences.between(facts, before, after));
    }

    /** The households' accounts with the fund, a row a movement. */
    public Optional<List<MemberAccounts.Row>> memberAccounts(
            String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return opened(fund, asOf, knownAt, Projections.ALL).map(scope -> MemberAccounts.of(facts, scope));
    }

    /** A fund's movements by position, to look up what verdicts rest on. */
    public Optional<SortedMap<Long, Evidence>> evidence(String fund, @Nullable Long knownAt) {
        return opened(fund, null, knownAt, Projections.ALL).map(scope -> Evidence.of(facts, scope));
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
                .flatMap(scope -> Guarantees.judge(facts, scope, year, evidence));
    }

    /** The facts of one kind that count: wages, incomes, payouts, closings, companies, trainings, … */
    public <F extends Fact> Optional<List<F>> facts(
            Class<F> type, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return opened(fund, asOf, knownAt, Projections.ALL).map(scope -> facts.counted(type, scope));
    }

    /** Brings all read tables to the last position recorded, and returns it. */
    public long awaitAll() {
        return visible(null, Projections.ALL);
    }

    private Optional<Scope> opened(
            String fund, @Nullable LocalDate asOf, @Nullable Long knownAt, Collection<Projection> needed) {
        Scope scope = new Scope(fund, dayOf(asOf), visible(knownAt, needed));
        return opening(scope).map(open -> scope);
    }

    private Optional<FundOpening> opening(Scope scope) {
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

    /** The position to answer from, once it can be seen. */
    private long visible(@Nullable Long knownAt, Collection<Projection> needed) {
        long position = known(knownAt, barrier.lastPosition());
        barrier.await(position, needed);
        return position;
    }

    private static List<Projection> named(Set<String> names) {
        return Projections.ALL.stream()
                .filter(projection -> names.contains(projection.name()))
                .toList();
    }
}
