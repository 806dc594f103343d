package coop.laborfund.projections.rollup;

import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;

/**
 * When funds are summed up: on a day, in a year, as far as was known.
 *
 * @param year whose guarantees are judged
 * @param asOf a real day
 * @param position the last one that counts
 */
public record Moment(int year, LocalDate asOf, long position) {

    /** The same for one fund. */
    public Scope of(String fund) {
        return new Scope(fund, asOf, position);
    }
}
