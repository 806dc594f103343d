package coop.laborfund.api.web.http;

import coop.laborfund.api.answer.MovementAnswer;
import coop.laborfund.api.recording.Answered;
import coop.laborfund.api.recording.MovementRecording;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.problems.Problem;
import coop.laborfund.api.web.problems.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recording one movement over HTTP. */
@RestController
@Tag(name = "Movements")
class MovementsController {

    /** Of a whole row; a memo of a book's length is a mistake. */
    static final int LARGEST_BODY = 64 * 1024;

    private final MovementRecording recording;
    private final Requesters requesters;

    MovementsController(MovementRecording recording, Requesters requesters) {
        this.recording = recording;
        this.requesters = requesters;
    }

    @PostMapping(
            path = "/api/v1/funds/{fund}/movements",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "recordMovement",
            summary = "记一笔业务 · records one movement; its ref makes it safe to send again",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = MovementSchema.NAME))))
    @ApiResponse(responseCode = "201", description = "Recorded", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200",
            description = "Already recorded, or a dry run: nothing was written",
            useReturnTypeSchema = true)
    @Refusals({400, 404, 406, 409, 413, 415, 422, 503})
    ResponseEntity<MovementAnswer> record(
            @PathVariable String fund,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        byte[] body = RequestBodies.read(request, LARGEST_BODY);
        return switch (recording.record(requesters.next(), fund, MovementBody.read(body, fund), dryRun)) {
            case Answered.Recorded(MovementAnswer answer) ->
                ResponseEntity.status(HttpStatus.CREATED).body(answer);
            case Answered.AlreadyRecorded(MovementAnswer answer) -> ResponseEntity.ok(answer);
            case Answered.Tried(MovementAnswer answer) -> ResponseEntity.ok(answer);
            case Answered.Refused refused ->
                throw new ProblemException(Problem.refused(refused.rejection(), refused.value()));
        };
    }
}
