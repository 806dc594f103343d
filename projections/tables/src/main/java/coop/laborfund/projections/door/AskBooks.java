package coop.laborfund.projections.door;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.ReadModels;
import coop.laborfund.projections.fact.Journal.Closing;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balances;
import coop.laborfund.projections.query.Differences;
import coop.laborfund.projections.query.Evidence;
import coop.laborfund.projections.query.MemberAccounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the books say. Every question names who asks; everybody is answered as long as there is no sign-in.
 *
 * <p>{@code asOf} is the business date up to which things count, null for everything recorded; {@code knownAt} the last position
 * that counts, null for the last one recorded when the question is asked. What was recorded by then is seen. Answers about one
 * fund are empty where it was not open at that position. Fails with {@link
 * coop.laborfund.projections.store.ReadTablesException} where the read tables are not in order or do not get there in time, with {@link
 * coop.laborfund.ledger.door.HistoryCutException} where they show more than there is, and with {@link
 * coop.laborfund.ledger.door.DatabaseFailedException}. For many threads at once.
 */
public final class AskBooks {

    private final ReadModels books;
    private final VillageTime time;

    /** @param time what today is where nobody names the day of a verdict */
    public AskBooks(ReadModels books, VillageTime time) {
        this.books = books;
        this.time = time;
    }

    /** The last position of all, 0 where nothing is recorded. */
    public long lastPosition(Requester requester) {
        return Failures.own(books::lastPosition);
    }

    /** The funds, by id in code point order. */
    public List<FundOpening> funds(Requester requester) {
        return Failures.own(books::funds);
    }

    /** A fund's opening: its name, its village and since when. */
    public Optional<FundOpening> fund(Requester requester, String fund) {
        return Failures.own(() -> books.fund(fund));
    }

    /**
     * The last movement that each fund took over from older books, by fund: from the next one on it records what happens. Funds
     * that took nothing over are left out.
     *
     * @param fund the one that is asked about, null for all
     */
    public SortedMap<String, Movement> takeovers(Requester requester, @Nullable String fund) {
        return Failures.own(() -> books.takeovers(fund));
    }

    /** What is on each account. */
    public Optional<Balances> balances(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return Failures.own(() -> books.balances(fund, asOf, knownAt));
    }

    /** The balances of some accounts of a fund by everything recorded up to a position, those of zero too. */
    public SortedMap<AccountKey, Fen> balancesOf(
            Requester requester, Set<AccountKey> accounts, String fund, long position) {
        return Failures.own(() -> books.balancesOf(accounts, fund, position));
    }

    /**
     * How the books of one day and knowing differ from those of another; empty where the fund was not open in either.
     *
     * @param before the state of the books that those asked for are compared with
     */
    public Optional<Differences> differences(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt, ComparedWith before) {
        return Failures.own(() -> books.differences(fund, asOf, knownAt, before.asOf(), before.knownAt()));
    }

    /** The households' accounts with the fund, a row a movement. */
    public Optional<List<MemberAccounts.Row>> memberAccounts(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return Failures.own(() -> books.memberAccounts(fund, asOf, knownAt));
    }

    /** A fund's movements by position, to look up what verdicts rest on. */
    public Optional<SortedMap<Long, Evidence>> evidence(Requester requester, String fund, @Nullable Long knownAt) {
        return Failures.own(() -> books.evidence(fund, knownAt));
    }

    /**
     * The three verdicts.
     *
     * @param asOf the day that they are given for, null for today
     * @param evidence whether the capital's verdict must name its evidence too, which takes a read of the whole journal
     */
    public Optional<Verdicts> guarantees(
            Requester requester,
            String fund,
            int year,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt,
            boolean evidence) {
        return Failures.own(() -> books.guarantees(fund, year, asOf == null ? time.today() : asOf, knownAt, evidence));
    }

    /** The last year of which a month is closed; empty where none is, or the fund is not open. */
    public OptionalInt lastClosedYear(Requester requester, String fund) {
        return Failures.own(() -> books.facts(Closing.class, fund, null, null)).orElse(List.of()).stream()
                .mapToInt(closing -> closing.month().getYear())
                .max();
    }
}
