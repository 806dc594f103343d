package coop.laborfund.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.api.importing.ImportResult;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param rows in the file
 * @param rowsChecked of them decided so far
 * @param rowsRecorded of them recorded so far
 * @param cancelling whether it will end before the next fund
 * @param result left out until it has ended, and where it was cancelled before it began or failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobAnswer(
        String id,
        JobState state,
        String file,
        int rows,
        int rowsChecked,
        int rowsRecorded,
        boolean cancelling,
        @Nullable ImportResult result)
        implements JobStanding {}
