package coop.laborfund.api.answer;

import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.guarantee.Reason;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a guarantee is not kept, or not yet, in words. */
public record ReasonAnswer(String zh, String en) {

    public static List<ReasonAnswer> of(List<Reason> reasons) {
        return reasons.stream().map(ReasonAnswer::of).toList();
    }

    private static ReasonAnswer of(Reason reason) {
        Words words = words(reason);
        return new ReasonAnswer(words.chinese(), words.english());
    }

    private static Words words(Reason reason) {
        return switch (reason) {
            case Reason.CoverageLacking r ->
                say("capital.coverage", r.shares().plus(r.allocated()), r.coverage(), r.lacking());
            case Reason.PastDue r ->
                r.good()
                        ? say("capital.pastDue", r.company(), r.advance(), r.due(), r.outstanding())
                        : say("capital.overdue", r.company(), r.advance(), r.due(), r.outstanding());
            case Reason.ReserveLacking r -> say("capital.reserve", r.reserve(), r.needed(), r.lacking());
            case Reason.VillageIncomeLacking r ->
                say("village.income", r.received(), r.paid(), r.target(), r.lacking());
            case Reason.Unremitted r -> say("village.unremitted", r.amount());
            case Reason.Households r ->
                say(
                        "employment.households",
                        households(r),
                        r.number(),
                        new Words(r.verdict().chinese(), r.verdict().name()),
                        r.lacking());
            case Reason.NoMonth r -> say("employment.noMonth", r.needed());
            case Reason.MonthsLacking r ->
                say(
                        "employment.months",
                        r.worker(),
                        r.proved().size(),
                        list(r.proved().stream().map(YearMonth::toString).toList()),
                        r.needed(),
                        r.lacking());
            case Reason.WageLacking r -> say("employment.wage", r.worker(), r.month(), r.wage(), r.lacking());
            case Reason.IncomeLacking r -> say("employment.income", r.income(), r.paid(), r.line(), r.lacking());
            case Reason.WagesProvable r -> say("employment.provable", r.until());
        };
    }

    private static Words households(Reason.Households households) {
        Words some = list(households.some());
        return households.number() > households.some().size() ? say("employment.some", some) : some;
    }

    private static Words list(List<String> items) {
        return new Words(String.join("、", items), String.join(", ", items));
    }

    private static Words say(String key, @Nullable Object... arguments) {
        return Words.of(Area.REASONS, key, arguments);
    }
}
