package coop.laborfund.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.api.answer.RollUpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A roll-up as it stands.
 *
 * @param division whose funds are added up
 * @param funds how many there are
 * @param fundsDone of them added up so far
 * @param cancelling whether it will end before the next fund
 * @param result left out until it has ended, and where it was cancelled or failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RollUpJobAnswer(
        String id,
        JobState state,
        String division,
        int funds,
        int fundsDone,
        boolean cancelling,
        @Nullable RollUpAnswer result)
        implements JobStanding {}
