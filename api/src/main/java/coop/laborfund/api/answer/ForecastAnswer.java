package coop.laborfund.api.answer;

import coop.laborfund.api.words.Area;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.forecast.Forecast;
import coop.laborfund.projections.forecast.Forecast.Change;
import coop.laborfund.projections.forecast.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the verdicts of a year change with nothing else coming: computed from what is recorded, and recorded nowhere.
 *
 * @param asOf the day up to which what is recorded counts
 * @param computed always true, so that nobody takes it for something that happened
 * @param until the last day on which a verdict could change
 */
public record ForecastAnswer(
        String fund, int year, String asOf, long position, boolean computed, String until, List<ChangeAnswer> changes) {

    /**
     * A verdict becomes another.
     *
     * @param date the first day of the new one
     * @param subject the household, {@code FUND}, or the village's code
     * @param ways what would keep the old one by the end of that day; each is enough, all of its parts together
     */
    public record ChangeAnswer(
            String date,
            String guarantee,
            String subject,
            String from,
            String to,
            String zh,
            String en,
            List<List<RemedyAnswer>> ways) {

        private static ChangeAnswer of(Change change) {
            Words words = outlook(
                    "change",
                    change.day(),
                    new Words(change.guarantee().chinese(), change.guarantee().name()),
                    change.subject().equals(Forecast.FUND) ? outlook("fund") : change.subject(),
                    new Words(change.from().chinese(), change.from().name()),
                    new Words(change.to().chinese(), change.to().name()));
            return new ChangeAnswer(
                    change.day().toString(),
                    change.guarantee().name(),
                    change.subject(),
                    change.from().name(),
                    change.to().name(),
                    words.chinese(),
                    words.english(),
                    change.ways().stream()
                            .map(way -> way.stream().map(RemedyAnswer::of).toList())
                            .toList());
        }
    }

    /**
     * A part of a way, in words and by its figures.
     *
     * @param amount of money; null where it is about months
     * @param months with a wage that counts; null where it is about money
     */
    public record RemedyAnswer(
            String subject,
            @Nullable String amount,
            @Nullable Integer months,
            String zh,
            String en) {

        private static RemedyAnswer of(Remedy remedy) {
            return switch (remedy) {
                case Remedy.Repayment r ->
                    money(
                            r.advance(),
                            r.amount().toString(),
                            outlook("repayment", r.company(), r.advance(), r.amount()));
                case Remedy.Reserve r -> money(Forecast.FUND, r.amount().toString(), outlook("reserve", r.amount()));
                case Remedy.VillageIncome r ->
                    money(Forecast.FUND, r.amount().toString(), outlook("villageIncome", r.amount()));
                case Remedy.Remittance r ->
                    money(Forecast.FUND, r.amount().toString(), outlook("remittance", r.amount()));
                case Remedy.HouseholdIncome r ->
                    money(r.household(), r.amount().toString(), outlook("householdIncome", r.household(), r.amount()));
                case Remedy.Months r -> {
                    Words words = outlook("months", r.household(), r.months());
                    yield new RemedyAnswer(r.household(), null, r.months(), words.chinese(), words.english());
                }
            };
        }

        private static RemedyAnswer money(String subject, String amount, Words words) {
            return new RemedyAnswer(subject, amount, null, words.chinese(), words.english());
        }
    }

    public static ForecastAnswer of(Forecast forecast) {
        return new ForecastAnswer(
                forecast.fund(),
                forecast.year(),
                forecast.asOf().toString(),
                forecast.position(),
                true,
                forecast.until().toString(),
                forecast.changes().stream().map(ChangeAnswer::of).toList());
    }

    private static Words outlook(String key, @Nullable Object... arguments) {
        return Words.of(Area.OUTLOOK, key, arguments);
    }
}
