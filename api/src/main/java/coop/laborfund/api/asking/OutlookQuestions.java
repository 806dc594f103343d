package coop.laborfund.api.asking;

import coop.laborfund.api.answer.ForecastAnswer;
import coop.laborfund.api.answer.WhatIfAnswer;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.door.AskFolds;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.forecast.Forecast;
import coop.laborfund.projections.forecast.ForecastFold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.whatif.WhatIf;
import coop.laborfund.projections.whatif.WhatIfFold;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions for what may become of a fund's guarantees, and what would have; answers are empty where it is not open. */
public final class OutlookQuestions {

    private final AskFolds folds;
    private final Knowing knowing;

    public OutlookQuestions(AskFolds folds, Knowing knowing) {
        this.folds = folds;
        this.knowing = knowing;
    }

    /** Reads what states of the books are called. */
    public Knowing knowing() {
        return knowing;
    }

    /**
     * How the verdicts change with nothing else coming.
     *
     * @param year whose verdicts, null for that of the day
     * @param asOf the day, null for today
     */
    public Optional<Told<ForecastAnswer>> forecast(
            Requester requester,
            String fund,
            @Nullable Integer year,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt) {
        Function<Scope, Fold<RecordedEvent, Optional<Forecast>>> fold =
                scope -> new ForecastFold(scope, year == null ? scope.asOf().getYear() : year);
        return folds.answer(requester, fund, asOf, knownAt, fold)
                .flatMap(forecast -> forecast)
                .map(ForecastAnswer::of)
                .map(answer -> new Told<>(answer, Exports.forecast(answer)));
    }

    /**
     * What would have been otherwise under another policy.
     *
     * @param policy canonical texts by written key
     * @param asOf the day, null for today
     */
    public Optional<Told<WhatIfAnswer>> whatIf(
            Requester requester,
            String fund,
            SortedMap<String, String> policy,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt) {
        Function<Scope, Fold<RecordedEvent, Optional<WhatIf>>> fold = scope -> new WhatIfFold(scope, policy);
        return folds.answer(requester, fund, asOf, knownAt, fold)
                .flatMap(answer -> answer)
                .map(WhatIfAnswer::of)
                .map(answer -> new Told<>(answer, Exports.whatIf(answer)));
    }
}
