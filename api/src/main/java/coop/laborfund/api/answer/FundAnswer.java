package coop.laborfund.api.answer;

import coop.laborfund.projections.fact.Members.FundOpening;

/**
 * A fund.
 *
 * @param village the village's 12-digit division code
 * @param opened the day it was set up
 */
public record FundAnswer(String fund, String name, String village, String opened) {

    public static FundAnswer of(FundOpening opening) {
        return new FundAnswer(
                opening.fund(),
                opening.name(),
                opening.village(),
                opening.date().toString());
    }
}
