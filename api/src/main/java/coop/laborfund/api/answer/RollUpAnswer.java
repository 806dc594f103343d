package coop.laborfund.api.answer;

import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.projections.rollup.Moment;
import coop.laborfund.projections.rollup.RollUp;
import coop.laborfund.projections.rollup.Summary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The funds of a division added up by the places one level below it (汇总), money as strings of yuan.
 *
 * @param division its code, empty for the whole
 * @param year whose guarantees are judged
 * @param position the last position that was taken into account
 * @param total of all rows, under the division's code
 * @param rows by code; of a village its funds
 */
public record RollUpAnswer(
        String division, int year, String asOf, long position, PlaceSummary total, List<PlaceSummary> rows) {

    private static final Comparator<PlaceSummary> WORST_FIRST = Comparator.comparingInt(PlaceSummary::capitalBreached)
            .thenComparingInt(PlaceSummary::villagesShort)
            .thenComparingInt(place -> place.judged() - place.satisfied())
            .thenComparingInt(PlaceSummary::checks)
            .thenComparingInt(PlaceSummary::notes)
            .reversed()
            .thenComparing(PlaceSummary::place);

    /**
     * The funds of a place. Those with nothing to judge yet are in none of the counts of kept and missed guarantees.
     *
     * @param place a division code, or a fund's id
     * @param out principal out with companies
     * @param coverage what stands for the shares
     * @param capitalShortfall what it lacks, fund by fund
     * @param capitalSafe funds whose capital is safe, at risk included
     * @param capitalBreached funds whose capital is not
     * @param received village income of the year that the villages have
     * @param villagesMet village collectives that have their target, with a payout or without
     * @param villagesShort those that may not get it: at risk or missed
     * @param households members
     * @param satisfied households whose guarantee is kept, of {@code judged}
     * @param unemployed households none of whose workers is in a placement (零转移就业)
     * @param placed workers in a placement, by its kind; {@code PUBLIC_POST} are public-service posts
     * @param trainings completed in the year
     * @param checks findings to be checked
     * @param notes findings to be noted
     */
    public record PlaceSummary(
            String place,
            int funds,
            String shares,
            String out,
            String coverage,
            String capitalShortfall,
            int capitalSafe,
            int capitalBreached,
            String received,
            String target,
            String villageShortfall,
            int villagesMet,
            int villagesShort,
            int households,
            int satisfied,
            int judged,
            String householdShortfall,
            int unemployed,
            Map<String, Integer> placed,
            int trainings,
            int checks,
            int notes) {

        static PlaceSummary of(String place, Summary sum) {
            Map<String, Integer> placed = new LinkedHashMap<>();
            for (PlacementKind kind : PlacementKind.values()) {
                placed.put(kind.name(), sum.placed().getOrDefault(kind, 0));
            }
            return new PlaceSummary(
                    place,
                    sum.funds(),
                    sum.shares().toString(),
                    sum.out().toString(),
                    sum.coverage().toString(),
                    sum.capitalShortfall().toString(),
                    sum.capitalSafe(),
                    sum.capitalBreached(),
                    sum.received().toString(),
                    sum.target().toString(),
                    sum.villageShortfall().toString(),
                    sum.villagesMet(),
                    sum.villagesShort(),
                    sum.households(),
                    sum.satisfied(),
                    sum.judged(),
                    sum.householdShortfall().toString(),
                    sum.unemployed(),
                    placed,
                    sum.trainings(),
                    sum.checks(),
                    sum.notes());
        }
    }

    public static RollUpAnswer of(RollUp rollUp, Moment moment) {
        String division = rollUp.division().code();
        return new RollUpAnswer(
                division,
                moment.year(),
                moment.asOf().toString(),
                moment.position(),
                PlaceSummary.of(division, rollUp.total()),
                rollUp.rows().stream()
                        .map(row -> PlaceSummary.of(row.place(), row.summary()))
                        .toList());
    }

    /** The rows with the most guarantees missed first, then with the most findings. */
    public static List<PlaceSummary> worstFirst(RollUpAnswer answer) {
        return answer.rows.stream().sorted(WORST_FIRST).toList();
    }
}
