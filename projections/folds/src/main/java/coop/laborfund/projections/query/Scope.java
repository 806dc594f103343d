package coop.laborfund.projections.query;

import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Members.FundOpening;
import java.time.LocalDate;

/**
 * What a question is about: one fund, on a day, as far as was known.
 *
 * @param asOf the business date up to which things count; {@link #ANY_DAY} for all of them
 * @param knownAt the last position that counts
 */
public record Scope(String fund, LocalDate asOf, long knownAt) {

    /** The latest date that a movement can bear. */
    public static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    public Scope onAnyDay() {
        return new Scope(fund, ANY_DAY, knownAt);
    }

    /**
     * Where the facts of a kind are looked for: those of the day, but a fund's opening whatever its day, because days
     * before it can be asked about too.
     */
    public Scope of(Class<? extends Fact> kind) {
        return kind == FundOpening.class ? onAnyDay() : this;
    }

    /** Whether something of the fund dated on a day and recorded at a position counts. */
    public boolean has(String owner, LocalDate date, long position) {
        return position <= knownAt && !date.isAfter(asOf) && owner.equals(fund);
    }
}
