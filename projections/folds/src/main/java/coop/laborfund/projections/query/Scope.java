package coop.laborfund.projections.query;

import java.time.LocalDate;

/**
 * What a question is about: one fund, on a day, as far as was known.
 *
 * @param asOf the business date up to which things count; {@link #ANY_DAY} for all of them
 * @param knownAt the last position that counts
 */
public record Scope(String fund, LocalDate asOf, long knownAt) {

    /** The earliest date that a movement can bear. */
    public static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);

    /** The latest date that a movement can bear. */
    public static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    public Scope onAnyDay() {
        return new Scope(fund, ANY_DAY, knownAt);
    }
}
