package coop.laborfund.api.asking;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.projections.door.AskBooks;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.ComparedWith;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import coop.laborfund.projections.query.MemberAccounts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Questions about a fund's books, with their answers as commands, HTTP and exports give them; empty where it is not open. */
public final class BookQuestions {

    private final AskBooks books;
    private final AskHistory history;
    private final Knowing knowing;

    public BookQuestions(AskBooks books, AskHistory history) {
        this.books = books;
        this.history = history;
        this.knowing = new Knowing(history);
    }

    /** Reads what states of the books are called. */
    public Knowing knowing() {
        return knowing;
    }

    /** The funds, by id in code point order. */
    public List<FundAnswer> funds(Requester requester) {
        SortedMap<String, Movement> takeovers = books.takeovers(requester, null);
        return books.funds(requester).stream()
                .map(opening -> FundAnswer.of(opening, takeovers.get(opening.fund())))
                .toList();
    }

    /** A page of them in the order of opening. */
    public Page<FundAnswer> funds(Requester requester, long after, int limit) {
        SortedMap<String, Movement> takeovers = books.takeovers(requester, null);
        return Page.of(
                        books.funds(requester).stream()
                                .filter(opening -> opening.position() > after)
                                .sorted(Comparator.comparingLong(FundOpening::position)),
                        limit,
                        FundOpening::position)
                .map(opening -> FundAnswer.of(opening, takeovers.get(opening.fund())));
    }

    public Optional<Told<BalancesAnswer>> balances(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return books.balances(requester, fund, asOf, knownAt)
                .map(BalancesAnswer::of)
                .map(answer -> new Told<>(answer, Exports.balances(answer)));
    }

    public Optional<Told<DifferencesAnswer>> differences(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt, ComparedWith before) {
        return books.differences(requester, fund, asOf, knownAt, before)
                .map(DifferencesAnswer::of)
                .map(answer -> new Told<>(answer, Exports.differences(answer)));
    }

    /** @param household whose rows alone are answered, null for all */
    public Optional<Told<MemberAccountsAnswer>> members(
            Requester requester,
            String fund,
            @Nullable String household,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt) {
        return books.memberAccounts(requester, fund, asOf, knownAt)
                .map(rows -> MemberAccountsAnswer.of(fund, rows, declarations(requester, fund, rows), household))
                .map(answer -> new Told<>(answer, Exports.members(answer)));
    }

    /** The events say what each line was computed from; they are few, one a year or two. */
    private Map<String, DividendDeclared> declarations(
            Requester requester, String fund, List<MemberAccounts.Row> rows) {
        Map<String, DividendDeclared> declarations = new HashMap<>();
        rows.stream()
                .filter(row -> row.type() == MovementType.DECLARE_DIVIDEND)
                .map(MemberAccounts.Row::ref)
                .distinct()
                .forEach(ref -> history.voucher(requester, fund, ref)
                        .map(RecordedEvent::event)
                        .ifPresent(event -> declarations.put(ref, (DividendDeclared) event)));
        return declarations;
    }

    /**
     * @param asOf the day judged on, null for today
     * @param evidence whether the answer names the movements that it rests on
     */
    public Optional<ToldVerdicts> guarantees(
            Requester requester,
            String fund,
            int year,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt,
            boolean evidence) {
        return books.guarantees(requester, fund, year, asOf, knownAt, evidence)
                .map(verdicts -> told(requester, verdicts, evidence));
    }

    private ToldVerdicts told(Requester requester, Verdicts verdicts, boolean evidence) {
        // The fund is open where it is judged, and stays so.
        Supplier<SortedMap<Long, Evidence>> movements = () ->
                books.evidence(requester, verdicts.fund(), verdicts.position()).orElseThrow();
        return new ToldVerdicts(
                verdicts,
                GuaranteesAnswer.of(verdicts, evidence),
                movements,
                Exports.guarantees(verdicts, evidence, movements));
    }
}
