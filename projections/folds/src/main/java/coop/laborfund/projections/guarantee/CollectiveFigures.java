package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;

/**
 * What the verdict on the village collective's income of a year goes by.
 *
 * @param village the village's code
 * @param earned income of the year without subsidies
 * @param unremitted the part of it that the fund still holds for the village
 * @param paid guarantee payouts for the year
 * @param target what the policy asks of the year
 */
public record CollectiveFigures(String village, Fen earned, Fen unremitted, Fen paid, Fen target) {

    /** What the village has. */
    public Fen received() {
        return earned.minus(unremitted);
    }
}
