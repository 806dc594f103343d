package coop.laborfund.api.asking;

import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementAnswers;
import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.door.AskFolds;
import coop.laborfund.projections.due.DueFold;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.AccountBookFold;
import coop.laborfund.projections.statement.GeneralLedgerFold;
import coop.laborfund.projections.statement.MemberCapitalFold;
import coop.laborfund.projections.statement.ReconciliationFold;
import coop.laborfund.projections.statement.StatementsFold;
import coop.laborfund.projections.statement.TrialBalanceFold;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions for a fund's statements, its books and what is to be done in it; answers are empty where it is not open. */
public final class StatementQuestions {

    private final AskFolds folds;
    private final Knowing knowing;

    public StatementQuestions(AskFolds folds, Knowing knowing) {
        this.folds = folds;
        this.knowing = knowing;
    }

    /** Reads what states of the books are called. */
    public Knowing knowing() {
        return knowing;
    }

    /** @param asked with a good account */
    public Optional<Told<StatementAnswer>> statement(Requester requester, StatementAsked asked) {
        return answer(requester, asked).map(answer -> new Told<>(answer, Exports.statement(answer)));
    }

    private Optional<StatementAnswer> answer(Requester requester, StatementAsked asked) {
        return switch (asked.form()) {
            case BALANCE_SHEET -> fold(requester, asked, StatementsFold::new).map(StatementAnswers::balanceSheet);
            case INCOME -> fold(requester, asked, StatementsFold::new).map(StatementAnswers::income);
            case EQUITY -> fold(requester, asked, StatementsFold::new).map(StatementAnswers::equity);
            case TRIAL ->
                fold(requester, asked, scope -> new TrialBalanceFold(scope, asked.from(scope.asOf())))
                        .map(StatementAnswers::trial);
            case RECONCILIATION ->
                fold(requester, asked, ReconciliationFold::new).map(StatementAnswers::reconciliation);
            case DAYBOOK ->
                fold(requester, asked, scope -> AccountBookFold.dayBook(scope, asked.from(scope.asOf())))
                        .map(book -> StatementAnswers.accountBook(StatementForm.DAYBOOK, book));
            case LEDGER ->
                fold(
                                requester,
                                asked,
                                scope -> new AccountBookFold(
                                        scope,
                                        asked.from(scope.asOf()),
                                        Objects.requireNonNull(asked.account()),
                                        asked.sub()))
                        .map(book -> StatementAnswers.accountBook(StatementForm.LEDGER, book));
            case GENERAL ->
                fold(requester, asked, scope -> new GeneralLedgerFold(scope, asked.from(scope.asOf()), asked.account()))
                        .map(StatementAnswers::general);
            case MEMBERS -> fold(requester, asked, MemberCapitalFold::new).map(StatementAnswers::members);
        };
    }

    private <R> Optional<R> fold(
            Requester requester, StatementAsked asked, Function<Scope, Fold<RecordedEvent, R>> fold) {
        return folds.answer(requester, asked.fund(), asked.asOf(), asked.knownAt(), fold);
    }

    /** @param asOf the day, null for today */
    public Optional<Told<DueAnswer>> due(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return folds.answer(requester, fund, asOf, knownAt, DueFold::new)
                .map(DueAnswer::of)
                .map(answer -> new Told<>(answer, Exports.due(answer)));
    }
}
