package coop.laborfund.api.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.projections.fact.Journal.Movement;
import coop.laborfund.projections.fact.Members.FundOpening;
import org.jspecify.annotations.Nullable;

/**
 * A fund.
 *
 * @param village the village's 12-digit division code
 * @param opened the day it was set up
 * @param takeover how far it was taken over from older books; left out where it was not
 * @param simulatedClock true where it is a sample, whose instants of recording are invented; left out of others
 */
public record FundAnswer(
        String fund,
        String name,
        String village,
        String opened,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Takeover takeover,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean simulatedClock) {

    /**
     * What a fund had before it was recorded here, entered afterwards: everything up to a position.
     *
     * @param resolution the decision by which it was entered
     * @param lastPosition the last of it; what follows was recorded as it happened
     * @param recordedAt when that was entered
     */
    public record Takeover(String resolution, long lastPosition, String recordedAt) {

        /** @param last the last movement that was taken over; null where none was */
        public static @Nullable Takeover of(@Nullable Movement last) {
            return last == null
                    ? null
                    : new Takeover(
                            last.takeover(), last.position(), last.recordedAt().toString());
        }
    }

    /** @param last the last movement that was taken over; null where none was */
    public static FundAnswer of(FundOpening opening, @Nullable Movement last) {
        return new FundAnswer(
                opening.fund(),
                opening.name(),
                opening.village(),
                opening.date().toString(),
                Takeover.of(last),
                opening.simulatedClock());
    }
}
