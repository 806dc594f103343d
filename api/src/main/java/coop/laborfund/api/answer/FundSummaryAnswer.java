package coop.laborfund.api.answer;

import coop.laborfund.api.answer.RollUpAnswer.PlaceSummary;
import coop.laborfund.projections.rollup.FundSummary;
import coop.laborfund.projections.rollup.Moment;
import coop.laborfund.projections.rollup.Summary;
import java.util.List;

/**
 * A fund summed up by its households, money as strings of yuan.
 *
 * @param village its village's code
 * @param year whose guarantees are judged
 * @param position the last position that was taken into account
 * @param total the fund's, as a roll-up of its village has it
 * @param rows the members, by id
 */
public record FundSummaryAnswer(
        String fund,
        String name,
        String village,
        int year,
        String asOf,
        long position,
        PlaceSummary total,
        List<HouseholdRow> rows) {

    /**
     * A household.
     *
     * @param income of the year
     * @param line what the policy asks of it
     * @param months the most months of the year with a wage that counts that one of its workers has
     * @param employed whether one of its workers is in a placement
     */
    public record HouseholdRow(
            String household,
            String verdict,
            String shares,
            String income,
            String line,
            String shortfall,
            int months,
            boolean employed) {}

    public static FundSummaryAnswer of(FundSummary fund, Moment moment) {
        return new FundSummaryAnswer(
                fund.fund(),
                fund.name(),
                fund.village(),
                moment.year(),
                moment.asOf().toString(),
                moment.position(),
                PlaceSummary.of(fund.fund(), Summary.of(fund)),
                fund.households().stream()
                        .map(each -> new HouseholdRow(
                                each.household(),
                                each.verdict().name(),
                                each.shares().toString(),
                                each.income().toString(),
                                each.line().toString(),
                                each.shortfall().toString(),
                                each.months(),
                                each.employed()))
                        .toList());
    }
}
